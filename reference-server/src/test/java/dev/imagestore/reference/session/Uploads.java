package dev.imagestore.reference.session;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** One session of 20 bytes, as tests speak of it. */
final class Uploads {

    static final SessionId ID = new SessionId(new UUID(1, 2));
    static final ContentPath PATH = ContentPath.of("app/file");
    static final long LENGTH = 20;

    private final Sessions sessions;
    private final Clock clock;

    Uploads(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Sends a chunk and returns "ok" or why it is refused. */
    String upload(String range) {
        Admission admission = sessions.admit(ID, PATH, new ContentRange(range(range), LENGTH));
        return admission instanceof Admission.Admitted admitted ? settle(admitted.reservation()) : name(admission);
    }

    String settle(Reservation reservation) {
        Settlement settlement = sessions.settle(reservation, BodyEnd.WHOLE, clock.instant());
        return settlement instanceof Settlement.Dropped dropped ? name(dropped.refusal()) : "ok";
    }

    Reservation admitted(String range) {
        return ((Admission.Admitted) sessions.admit(ID, PATH, new ContentRange(range(range), LENGTH))).reservation();
    }

    String beginCommit() {
        return name(sessions.beginCommit(ID));
    }

    void commit() {
        Commitment.Publish publish = (Commitment.Publish) sessions.beginCommit(ID);
        sessions.endCommit(publish.upload(), true);
    }

    String delete() {
        return name(sessions.delete(ID));
    }

    /** The ranges that the session expects, or "gone". */
    String expected() {
        return sessions.find(ID).map(Uploads::expected).orElse("gone");
    }

    private static String expected(SessionView view) {
        return view.expectedRanges().stream().map(ByteRange::toString).collect(Collectors.joining(" "));
    }

    private static String name(Object decision) {
        return decision instanceof Refusal refusal ? refusal.reason().name().toLowerCase(Locale.ROOT) : "ok";
    }

    static ByteRange range(String text) {
        String[] ends = text.split("-", 2);
        return new ByteRange(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }
}
