package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionExpiryTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ManualClock clock = new ManualClock();
    private final Sessions sessions = sessions(Behaviour.documented());
    private final Uploads session = new Uploads(sessions, clock);

    private Sessions sessions(Behaviour behaviour) {
        return new UploadSessions(behaviour, new SessionLimits(1000, 3, 1000, LIFETIME), clock, 0);
    }

    @Test
    void aSessionIsGoneWhenItsTimeIsOver() {
        session.upload("0-19");
        clock.advance(LIFETIME.minus(MOMENT));
        assertThat(session.expected()).isEmpty();
        assertThat(sessions.findByPath(Uploads.PATH)).hasSize(1);

        clock.advance(MOMENT);

        assertThat(session.expected()).isEqualTo("gone");
        assertThat(sessions.findByPath(Uploads.PATH)).isEmpty();
        assertThat(session.beginCommit()).isEqualTo("session_unknown");
        assertThat(session.delete()).isEqualTo("session_unknown");
    }

    @Test
    void everyAcceptedChunkRestartsTheTime() {
        session.upload("0-9");
        clock.advance(LIFETIME.minus(MOMENT));
        session.upload("10-14");
        clock.advance(LIFETIME.minus(MOMENT));

        assertThat(session.expected()).isEqualTo("15-19");
    }

    @Test
    void theLastChunkCountsThoughAnEarlierOneIsSettledAfterIt() {
        Reservation early = session.admitted("0-4");
        Instant earlyAt = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        session.upload("5-9");

        sessions.settle(early, BodyEnd.WHOLE, earlyAt);

        assertThat(sessions.find(Uploads.ID).orElseThrow().modified()).isEqualTo(clock.instant());
    }

    @Test
    void nothingElseRestartsIt() {
        session.upload("0-9");
        clock.advance(LIFETIME.minus(MOMENT));

        assertThat(session.upload("0-9")).isEqualTo("ok");
        assertThat(session.upload("5-14")).isEqualTo("range");
        sessions.settle(session.admitted("10-19"), BodyEnd.CUT, clock.instant());
        assertThat(session.beginCommit()).isEqualTo("argument");
        assertThat(session.expected()).isEqualTo("10-19");

        clock.advance(MOMENT);
        assertThat(session.expected()).isEqualTo("gone");
    }

    @Test
    void aCommitThatFailsDoesNotRestartIt() {
        session.upload("0-19");
        Upload upload = ((Commitment.Publish) sessions.beginCommit(Uploads.ID)).upload();
        clock.advance(LIFETIME);

        assertThat(sessions.sweep()).isEmpty();
        assertThat(session.expected()).isEmpty();
        sessions.endCommit(upload, false);

        assertThat(session.expected()).isEqualTo("gone");
        assertThat(sessions.sweep()).containsExactly(upload);
    }

    @Test
    void aCommittedSessionThatIsKeptExpiresToo() {
        Sessions keeping =
                sessions(Variant.named("session-kept").orElseThrow().change().apply(Behaviour.documented()));
        Uploads kept = new Uploads(keeping, clock);
        kept.upload("0-19");
        clock.advance(LIFETIME.minus(MOMENT));
        kept.commit();
        assertThat(kept.expected()).isEmpty();

        clock.advance(MOMENT);

        assertThat(kept.beginCommit()).isEqualTo("session_unknown");
        assertThat(keeping.sweep()).hasSize(1);
    }

    @Test
    void aChunkUnderAnExpiredIdOpensAFreshSession() {
        Upload old = session.admitted("0-9").upload();
        session.upload("10-19");
        clock.advance(LIFETIME);

        assertThat(session.upload("5-14")).isEqualTo("ok");

        assertThat(session.expected()).isEqualTo("0-4 15-19");
        assertThat(sessions.sweep()).containsExactly(old);
        assertThat(session.expected()).isEqualTo("0-4 15-19");
    }

    @Test
    void aSessionIsSweptOnce() {
        session.upload("0-9");
        Upload upload = sessions.find(Uploads.ID).orElseThrow().upload();
        assertThat(sessions.sweep()).isEmpty();
        clock.advance(LIFETIME);

        assertThat(sessions.sweep()).containsExactly(upload);
        assertThat(sessions.sweep()).isEmpty();
    }

    @Test
    void aChunkThatIsWholeTooLateIsDropped() {
        session.upload("0-9");
        Reservation late = session.admitted("10-19");
        clock.advance(LIFETIME);

        assertThat(session.settle(late)).isEqualTo("session_unknown");

        assertThat(session.expected()).isEqualTo("gone");
        assertThat(sessions.sweep()).containsExactly(late.upload());
    }

    @Test
    void aFirstChunkMayTakeItsTime() {
        Reservation first = session.admitted("0-9");
        clock.advance(LIFETIME);

        assertThat(sessions.sweep()).isEmpty();
        assertThat(session.settle(first)).isEqualTo("ok");
        assertThat(session.expected()).isEqualTo("10-19");
    }
}
