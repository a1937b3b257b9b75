package dev.imagestore.tck.traffic.replay;

/** Hears how a replay goes on, a few times a second, on the thread that runs it. */
@FunctionalInterface
public interface ReplayProgress {

    ReplayProgress NONE = now -> {};

    /**
     * How far it is.
     *
     * @param lagMicros how late the last exchange was sent
     */
    record Now(long done, long all, long bytes, long differences, long lagMicros, double seconds) {}

    void goesOn(Now now);
}
