package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResumedSessionTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final ManualClock clock = new ManualClock();
    private final UploadSessions sessions = sessions(Behaviour.documented());
    private final Uploads session = new Uploads(sessions, clock);

    private UploadSessions sessions(Behaviour behaviour) {
        return new UploadSessions(behaviour, new SessionLimits(1000, 9, 1000, LIFETIME), clock, 1 << 20);
    }

    private SavedSession saved(long serial, String... ranges) {
        SavedSession saved = new SavedSession(new Upload(Uploads.ID, serial, Uploads.PATH, Uploads.LENGTH));
        for (String range : ranges) {
            saved.received(Uploads.range(range), clock.instant());
        }
        return saved;
    }

    @Test
    void goesOnWhereItWas() {
        Instant modified = clock.instant();
        sessions.resume(saved(5, "0-4", "10-14"));
        clock.advance(Duration.ofMinutes(10));

        assertThat(sessions.find(Uploads.ID).orElseThrow().modified()).isEqualTo(modified);
        assertThat(session.expected()).isEqualTo("5-9 15-19");
        assertThat(session.upload("10-14")).as("duplicate").isEqualTo("ok");
        assertThat(session.upload("5-9")).isEqualTo("ok");
        assertThat(session.upload("15-19")).isEqualTo("ok");
        assertThat(session.beginCommit()).isEqualTo("ok");
    }

    @Test
    void itsTimeIsCountedOn() {
        sessions.resume(saved(5, "0-4"));
        clock.advance(LIFETIME);

        assertThat(session.expected()).isEqualTo("gone");
    }

    @Test
    void oneThatIsOverdueIsNotTakenUp() {
        SavedSession overdue = saved(5, "0-4");
        clock.advance(LIFETIME);

        assertThat(sessions.resume(overdue)).isFalse();
        assertThat(sessions.sweep()).isEmpty();
    }

    @Test
    void oneWithoutAChunkIsNotTakenUp() {
        assertThat(sessions.resume(saved(5))).isFalse();
    }

    @Test
    void ofTwoLivesOfAnIdTheFirstOfferedIsTaken() {
        assertThat(sessions.resume(saved(6, "0-4"))).isTrue();
        assertThat(sessions.resume(saved(5, "0-14"))).isFalse();

        assertThat(session.expected()).isEqualTo("5-19");
    }

    @Test
    void aPublishedOneIsTakenUpIfSuchAreKept() {
        SavedSession published = saved(5, "0-19");
        published.published();
        UploadSessions keeping =
                sessions(Variant.named("session-kept").orElseThrow().change().apply(Behaviour.documented()));

        assertThat(sessions.resume(published)).isFalse();
        assertThat(keeping.resume(published)).isTrue();

        assertThat(keeping.beginCommit(Uploads.ID)).isInstanceOf(Commitment.AlreadyPublished.class);
    }

    @Test
    void aNewLifeOfTheIdHasASerialOfItsOwn() {
        sessions.resume(saved(5, "0-4"));
        session.delete();

        assertThat(session.admitted("0-4").upload().serial()).isGreaterThan(1 << 20);
    }
}
