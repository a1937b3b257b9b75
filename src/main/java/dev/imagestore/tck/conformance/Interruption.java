package dev.imagestore.tck.conformance;

/**
 * A wish from outside that a run ends before its time: cases under way are given up, no further case is begun, and what was
 * stored is removed. Safe for many threads.
 */
public final class Interruption {

    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    boolean requested() {
        return requested;
    }
}
