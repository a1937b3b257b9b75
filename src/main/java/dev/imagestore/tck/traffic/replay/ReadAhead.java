package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a recording ahead of its replay and makes the requests, on a thread of its own and only so far that memory does
 * not grow with the recording. Hands over in batches, since a wake-up for each exchange costs more than an exchange.
 */
final class ReadAhead implements AutoCloseable {

    private static final int BATCH = 64;
    private static final int BATCHES = 8;

    private record Batch(List<Node> nodes, Optional<RuntimeException> failure) {}

    private final ReplaySettings settings;
    private final RecordingReader reader;
    private final Timeline timeline;
    private final Requests requests;
    private final Runnable more;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final Thread thread = new Thread(this::read, "read-ahead");
    private volatile boolean closed;

    /** @param more is run, on the thread of this, once there is something again after there was nothing */
    ReadAhead(ReplaySettings settings, RecordingReader reader, Timeline timeline, Runnable more) {
        this.settings = settings;
        this.reader = reader;
        this.timeline = timeline;
        this.requests = new Requests(reader, settings.target(), settings.headers());
        this.more = more;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How many exchanges there will be in all. */
    long all() {
        return (long) timeline.size() * settings.loops();
    }

    /**
     * The next exchanges in the order of their starts, none if they are not there yet.
     *
     * @throws dev.imagestore.tck.exchange.BadRecordingException when the recording cannot be read any further
     */
    List<Node> next() {
        Batch batch = batches.poll();
        if (batch == null) {
            awaited.set(true);
            batch = batches.poll();
        }
        if (batch == null) {
            return List.of();
        }
        if (batch.failure().isPresent()) {
            throw batch.failure().get();
        }
        return batch.nodes();
    }

    private void read() {
        List<Node> nodes = new ArrayList<>(BATCH);
        try {
            for (int loop = 0; loop < settings.loops(); loop++) {
                Rewriting rewriting = Loop.rewriting(settings, loop);
                for (int at = 0; at < timeline.size() && !closed; at++) {
                    nodes.add(node(loop, at, rewriting));
                    if (nodes.size() == BATCH) {
                        hand(new Batch(nodes, Optional.empty()));
                        nodes = new ArrayList<>(BATCH);
                    }
                }
            }
            hand(new Batch(nodes, Optional.empty()));
        } catch (RuntimeException e) {
            hand(new Batch(List.of(), Optional.of(e)));
        } catch (Error e) {
            hand(new Batch(List.of(), Optional.of(new IllegalStateException("cannot read ahead", e))));
            throw e;
        }
    }

    private Node node(int loop, int at, Rewriting rewriting) {
        Timeline.Place place = timeline.get(at);
        Exchange recorded = reader.at(place.offset());
        ApiRequest api =
                ApiRequest.of(recorded.request().method(), recorded.request().target());
        return new Node(
                (long) loop * timeline.size() + at,
                loop,
                recorded,
                api,
                requests.action(recorded, api, place.offset()),
                place.startMicros(),
                place.endMicros(),
                requests.of(recorded, api, rewriting));
    }

    private void hand(Batch batch) {
        try {
            batches.put(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the reading", e);
        }
        if (!closed && awaited.getAndSet(false)) {
            more.run();
        }
    }

    /** Ends the reading, and waits until it has ended. */
    @Override
    public void close() {
        closed = true;
        batches.clear(); // makes room for the one that it may be about to hand over
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
