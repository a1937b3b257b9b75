package dev.imagestore.tck.cli;

import dev.imagestore.tck.conformance.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns a signal to end into the wish that the run ends in order, and holds the process until it has. */
final class LastOrders implements AutoCloseable {

    /** Longer than an answer and the clean-up behind it should take, and shorter than a person's patience. */
    private static final long PATIENCE_SECONDS = 60;

    private final Interruption interruption = new Interruption();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private LastOrders() {
        this.hook = new Thread(this::end, "last orders");
    }

    static LastOrders armed() {
        LastOrders orders = new LastOrders();
        Runtime.getRuntime().addShutdownHook(orders.hook);
        return orders;
    }

    Interruption interruption() {
        return interruption;
    }

    private void end() {
        System.err.println("interrupted: removing what the run has stored");
        interruption.request();
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the run did not end in time; the command clean removes what it has left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is already ending
        }
    }
}
