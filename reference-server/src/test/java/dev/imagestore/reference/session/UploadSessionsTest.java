package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadSessionsTest {

    private static final SessionId ID = new SessionId(new UUID(1, 2));
    private static final ContentPath PATH = ContentPath.of("app/file");
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final SessionLimits LIMITS = new SessionLimits(1L << 40, 3, 1L << 41, Duration.ofMinutes(30));

    private final Sessions sessions = sessions(Behaviour.documented());

    private static Sessions sessions(Behaviour behaviour) {
        return new UploadSessions(behaviour, LIMITS, CLOCK, 0);
    }

    private static Sessions with(String variant) {
        return sessions(Variant.named(variant).orElseThrow().change().apply(Behaviour.documented()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "20 | 0-9 10-19 | ok ok | '' | ok",
                "20 | 10-19 0-9 | ok ok | '' | ok",
                "30 | 0-9 20-29 10-19 | ok ok ok | '' | ok",
                "20 | 5-9 | ok | 0-4 10-19 | argument",
                "20 | 5-9 15-19 | ok ok | 0-4 10-14 | argument",
                "20 | 0-9 12-14 | ok ok | 10-11 15-19 | argument",
                "20 | 19-19 | ok | 0-18 | argument",
                "20 | 0-9 0-9 | ok ok | 10-19 | argument",
                "20 | 0-9 5-14 | ok range | 10-19 | argument",
                "20 | 0-9 0-19 | ok range | 10-19 | argument",
                "20 | 0-9 2-4 | ok range | 10-19 | argument",
                "20 | 5-9 15-19 8-16 | ok ok range | 0-4 10-14 | argument",
                "1 | 0-0 | ok | '' | ok",
                "2097152 | 402129-730104 | ok | 0-402128 730105-2097151 | argument",
            })
    void answersTheVectors(long length, String chunks, String answers, String expected, String commit) {
        assertThat(vector(sessions, length, chunks)).containsExactly(answers, expected, commit);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "20 | 0-9 10-19 | ok ok | '' | ok",
                "20 | 0-9 0-9 | ok range | 10-19 | argument",
                "20 | 0-9 0-19 | ok range | 10-19 | argument",
                "0 | 0-0 | ok | 0-0 | argument",
                "0 | 0-0 0-0 | ok ok | 0-0 | argument",
                "10 | 0-10 | ok | '' | ok",
                "10 | 0-4 5-10 | ok range | 5-9 | argument",
                "10 | 5-10 0-4 | ok ok | '' | ok",
            })
    void answersTheVectorsOfServiceFabric(long length, String chunks, String answers, String expected, String commit) {
        assertThat(vector(sessions(Behaviour.serviceFabric()), length, chunks))
                .containsExactly(answers, expected, commit);
    }

    /** The answers to chunks sent one after the other, what is expected then, and the answer to a commit. */
    private static List<String> vector(Sessions sessions, long length, String chunks) {
        String answers = Arrays.stream(chunks.split(" "))
                .map(chunk -> upload(sessions, range(chunk), length))
                .collect(Collectors.joining(" "));
        return List.of(answers, expected(sessions), name(sessions.beginCommit(ID)));
    }

    @Test
    void anIdOfServiceFabricIsBoundForAsLongAsItsSessionIsKept() {
        Sessions fabric = sessions(Behaviour.serviceFabric());
        commit(fabric);

        ContentPath other = ContentPath.of("other");
        assertThat(name(fabric.admit(ID, other, new ContentRange(range("0-19"), 20))))
                .isEqualTo("session_conflict");
        assertThat(upload(fabric, range("0-9"), 10)).isEqualTo("argument");
        assertThat(upload(fabric, range("0-19"), 20)).isEqualTo("range");
        fabric.delete(ID);
        assertThat(name(fabric.admit(ID, other, new ContentRange(range("0-9"), 10))))
                .isEqualTo("ok");
    }

    @Test
    void whatIsStagedIsWhatWasReceivedAndIsNotPublished() {
        upload(sessions, range("0-4"), 20);
        upload(sessions, range("10-19"), 20);
        admitted("5-9");
        assertThat(sessions.staged()).isEqualTo(new Staged(15, 1));

        Sessions kept = with("session-kept");
        commit(kept);
        assertThat(kept.staged()).isEqualTo(new Staged(0, 0));
    }

    @Property(tries = 100)
    void anyPartitionInAnyOrderCanBeCommitted(@ForAll @IntRange(min = 1, max = 200) int length, @ForAll long seed) {
        Sessions fresh = sessions(Behaviour.documented());

        for (ByteRange chunk : RangeSetTest.shuffledPartition(length, new Random(seed))) {
            assertThat(upload(fresh, chunk, length)).isEqualTo("ok");
        }

        assertThat(fresh.beginCommit(ID)).isInstanceOf(Commitment.Publish.class);
    }

    @Property(tries = 100)
    void aRefusedChunkChangesNothing(@ForAll long seed) {
        Sessions fresh = sessions(Behaviour.documented());
        Random random = new Random(seed);

        for (int i = 0; i < 20; i++) {
            int first = random.nextInt(50);
            String before = expected(fresh);
            String answer = upload(fresh, new ByteRange(first, first + random.nextInt(50 - first)), 50);
            if (!answer.equals("ok")) {
                assertThat(expected(fresh)).isEqualTo(before);
            }
        }
    }

    @Test
    void aRangeInFlightIsNobodyElses() {
        Reservation first = admitted("0-9");

        assertThat(admit(sessions, range("0-9"), 20)).isEqualTo(refusal(Reason.RANGE));
        assertThat(admit(sessions, range("5-14"), 20)).isEqualTo(refusal(Reason.RANGE));
        assertThat(upload(sessions, range("10-19"), 20)).isEqualTo("ok");
        sessions.settle(first, BodyEnd.WHOLE, Instant.EPOCH);
        assertThat(expected(sessions)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TOO_SHORT", "TOO_LONG", "CUT", "NOT_STORED"})
    void aChunkThatFailedIsGivenBack(BodyEnd end) {
        upload(sessions, range("10-19"), 20);

        Settlement settlement = sessions.settle(admitted("0-9"), end, Instant.EPOCH);

        assertThat(settlement)
                .isInstanceOfSatisfying(
                        Settlement.Dropped.class,
                        dropped -> assertThat(dropped.uploadLives()).isTrue());
        assertThat(expected(sessions)).isEqualTo("0-9");
        assertThat(upload(sessions, range("0-9"), 20)).isEqualTo("ok");
    }

    @Test
    void aFirstChunkThatFailedLeavesNoSession() {
        Reservation first = admitted("0-9");
        assertThat(sessions.find(ID)).isEmpty();

        Settlement settlement = sessions.settle(first, BodyEnd.CUT, Instant.EPOCH);

        assertThat(settlement)
                .isInstanceOfSatisfying(
                        Settlement.Dropped.class,
                        dropped -> assertThat(dropped.uploadLives()).isFalse());
        assertThat(sessions.find(ID)).isEmpty();
        assertThat(upload(sessions, range("0-9"), 77)).isEqualTo("ok");
    }

    @Test
    void anIdIsBoundToItsPathAndLength() {
        upload(sessions, range("0-9"), 20);

        ContentPath other = ContentPath.of("other");
        assertThat(sessions.admit(ID, other, new ContentRange(range("10-19"), 20)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SESSION_CONFLICT));
        assertThat(admit(sessions, range("10-19"), 21)).isEqualTo(refusal(Reason.ARGUMENT));
        assertThat(expected(sessions)).isEqualTo("10-19");
    }

    @Test
    void aDeletedSessionDropsWhatWasInFlightAndFreesItsId() {
        upload(sessions, range("0-9"), 20);
        Reservation late = admitted("10-19");
        assertThat(sessions.delete(ID)).isInstanceOf(Deletion.Deleted.class);
        upload(sessions, range("0-4"), 20);

        Settlement settlement = sessions.settle(late, BodyEnd.WHOLE, Instant.EPOCH);

        assertThat(settlement).isInstanceOf(Settlement.Dropped.class);
        assertThat(expected(sessions)).isEqualTo("5-19");
    }

    @Test
    void aCommitUnderWayExcludesOthers() {
        upload(sessions, range("0-19"), 20);
        Commitment.Publish publish = (Commitment.Publish) sessions.beginCommit(ID);

        assertThat(name(sessions.beginCommit(ID))).isEqualTo("session_busy");
        assertThat(sessions.delete(ID))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SESSION_BUSY));

        sessions.endCommit(publish.upload(), false);
        assertThat(name(sessions.beginCommit(ID))).isEqualTo("ok");
    }

    @Test
    void aCommitWithAChunkInFlightIsRefused() {
        upload(sessions, range("0-9"), 20);
        admitted("10-19");

        assertThat(name(sessions.beginCommit(ID))).isEqualTo("argument");
    }

    @Test
    void aCommittedSessionIsGone() {
        commit(sessions);

        assertThat(sessions.find(ID)).isEmpty();
        assertThat(name(sessions.beginCommit(ID))).isEqualTo("session_unknown");
        assertThat(upload(sessions, range("0-4"), 5)).isEqualTo("ok");
    }

    @Test
    void aCommittedSessionIsKeptIfSoChosen() {
        Sessions kept = with("session-kept");
        commit(kept);

        assertThat(expected(kept)).isEmpty();
        assertThat(kept.beginCommit(ID)).isInstanceOf(Commitment.AlreadyPublished.class);
        assertThat(upload(kept, range("0-19"), 20)).isEqualTo("range");
        assertThat(kept.delete(ID)).isInstanceOf(Deletion.Deleted.class);
    }

    @Test
    void duplicatesAreRefusedIfSoChosen() {
        Sessions strict = with("duplicates-refused");
        upload(strict, range("0-9"), 20);

        assertThat(upload(strict, range("0-9"), 20)).isEqualTo("range");
    }

    @Test
    void ofAnOverlapOnlyTheMissingBytesAreTakenIfSoChosen() {
        Sessions lax = with("overlaps-accepted");
        upload(lax, range("5-9"), 20);

        Admission admission = lax.admit(ID, PATH, new ContentRange(range("0-14"), 20));

        Reservation reservation = ((Admission.Admitted) admission).reservation();
        assertThat(reservation.missing()).containsExactly(range("0-4"), range("10-14"));
        lax.settle(reservation, BodyEnd.WHOLE, Instant.EPOCH);
        assertThat(expected(lax)).isEqualTo("15-19");
    }

    @Test
    void limitsAreKept() {
        assertThat(admit(sessions, range("0-9"), (1L << 40) + 1)).isEqualTo(refusal(Reason.LENGTH_LIMIT));
        for (int i = 0; i < LIMITS.sessions(); i++) {
            assertThat(sessions.admit(new SessionId(new UUID(9, i)), PATH, new ContentRange(range("0-9"), 20)))
                    .isInstanceOf(Admission.Admitted.class);
        }
        assertThat(admit(sessions, range("0-9"), 20)).isEqualTo(refusal(Reason.SESSION_LIMIT));
    }

    @Test
    void sessionsOfAPathAreListedByIdAndOthersAreNot() {
        SessionId low = new SessionId(new UUID(0, 7));
        upload(sessions, range("0-9"), 20);
        settle(sessions, sessions.admit(low, PATH, new ContentRange(range("0-1"), 2)));
        ContentPath below = ContentPath.of("app/file/below");
        settle(sessions, sessions.admit(new SessionId(new UUID(5, 5)), below, new ContentRange(range("0-1"), 2)));

        assertThat(sessions.findByPath(PATH))
                .extracting(view -> view.upload().id())
                .containsExactly(low, ID);
    }

    private static void commit(Sessions sessions) {
        upload(sessions, range("0-19"), 20);
        Commitment.Publish publish = (Commitment.Publish) sessions.beginCommit(ID);
        sessions.endCommit(publish.upload(), true);
    }

    private Reservation admitted(String range) {
        return ((Admission.Admitted) sessions.admit(ID, PATH, new ContentRange(range(range), 20))).reservation();
    }

    private static String upload(Sessions sessions, ByteRange range, long length) {
        return settle(sessions, sessions.admit(ID, PATH, new ContentRange(range, length)));
    }

    private static String settle(Sessions sessions, Admission admission) {
        if (admission instanceof Admission.Admitted admitted) {
            sessions.settle(admitted.reservation(), BodyEnd.WHOLE, Instant.EPOCH);
        }
        return name(admission);
    }

    private static String admit(Sessions sessions, ByteRange range, long length) {
        return name(sessions.admit(ID, PATH, new ContentRange(range, length)));
    }

    private static String name(Object decision) {
        return decision instanceof Refusal refusal ? refusal(refusal.reason()) : "ok";
    }

    private static String refusal(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String expected(Sessions sessions) {
        return sessions.find(ID).stream()
                .flatMap(view -> view.expectedRanges().stream())
                .map(ByteRange::toString)
                .collect(Collectors.joining(" "));
    }

    private static ByteRange range(String text) {
        String[] ends = text.split("-", 2);
        return new ByteRange(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }
}
