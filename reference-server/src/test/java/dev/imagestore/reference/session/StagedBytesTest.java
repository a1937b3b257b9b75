package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** At most 20 bytes may be staged: as many as one session has. */
class StagedBytesTest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final ManualClock clock = new ManualClock();
    private final UploadSessions sessions = sessions();
    private final Uploads session = new Uploads(sessions, clock);

    private UploadSessions sessions() {
        return new UploadSessions(
                Behaviour.documented(), new SessionLimits(1000, 9, Uploads.LENGTH, LIFETIME), clock, 0);
    }

    /** How many bytes there is room for, found by asking for them. */
    private long room() {
        for (long bytes = Uploads.LENGTH; bytes > 0; bytes--) {
            ContentRange chunk = new ContentRange(new ByteRange(0, bytes - 1), bytes);
            Admission admission = sessions.admit(new SessionId(UUID.randomUUID()), Uploads.PATH, chunk);
            if (admission instanceof Admission.Admitted admitted) {
                sessions.settle(admitted.reservation(), BodyEnd.CUT, clock.instant());
                return bytes;
            }
            assertThat(((Refusal) admission).reason()).isEqualTo(Reason.STAGED_LIMIT);
        }
        return 0;
    }

    @Test
    void chunksCountFromTheirFirstByteOn() {
        Reservation onItsWay = session.admitted("0-4");
        assertThat(room()).isEqualTo(15);

        session.settle(onItsWay);
        assertThat(room()).isEqualTo(15);

        session.upload("5-19");
        assertThat(room()).isZero();
    }

    @Test
    void aRefusalForWantOfRoomLeavesNoSession() {
        session.upload("0-14");
        SessionId other = new SessionId(new UUID(7, 7));

        assertThat(sessions.admit(other, Uploads.PATH, new ContentRange(new ByteRange(0, 5), 6)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.message())
                                .isEqualTo("There is room for 5 more bytes of unfinished uploads, not for 6"));

        assertThat(sessions.find(other)).isEmpty();
        assertThat(session.expected()).isEqualTo("15-19");
    }

    @Test
    void aDuplicateNeedsNoRoom() {
        session.upload("0-19");

        assertThat(session.upload("0-19")).isEqualTo("ok");
    }

    @Test
    void aChunkThatFailedGivesItsRoomBack() {
        sessions.settle(session.admitted("0-9"), BodyEnd.CUT, clock.instant());

        assertThat(room()).isEqualTo(20);
    }

    @Test
    void aDeletedSessionGivesItsRoomBackAndItsLateChunkTheRest() {
        session.upload("0-9");
        Reservation late = session.admitted("10-14");
        session.delete();
        assertThat(room()).isEqualTo(15);

        session.settle(late);
        assertThat(room()).isEqualTo(20);
    }

    @Test
    void aPublishedFileGivesItsRoomBack() {
        session.upload("0-19");

        session.commit();

        assertThat(room()).isEqualTo(20);
    }

    @Test
    void aSweepGivesRoomBack() {
        session.upload("0-9");
        clock.advance(LIFETIME);
        sessions.sweep();

        assertThat(room()).isEqualTo(20);
    }

    @Test
    void aResumedSessionCounts() {
        SavedSession saved = new SavedSession(new Upload(Uploads.ID, 1, Uploads.PATH, Uploads.LENGTH));
        saved.received(Uploads.range("0-9"), clock.instant());
        saved.received(Uploads.range("5-14"), clock.instant());

        assertThat(sessions.resume(saved)).isTrue();

        assertThat(session.expected()).isEqualTo("15-19");
        assertThat(room()).isEqualTo(5);
    }
}
