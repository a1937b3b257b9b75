package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a recording ahead of its replay and makes the requests, on a thread of its own and only so far that memory does
 * not grow with the recording. Hands over in batches, since a wake-up for each exchange costs more than an exchange.
 */
final class ReadAhead implements AutoCloseable {

    private static final int BATCH = 64;
    private static final int BATCHES = 8;
    private static final int MOST_OVERLAPPING = 512;

    private record Batch(List<Node> nodes, Optional<RuntimeException> failure) {}

    private final ReplaySettings settings;
    private final RecordingReader reader;
    private final Timeline timeline;
    private final Requests requests;
    private final Runnable more;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final Thread thread = new Thread(this::read, "read-ahead");
    private final Queue<Node> overlapping = new ArrayDeque<>();
    private List<Node> next = new ArrayList<>(BATCH);
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

    /** Those that were begun; to be asked when everything is handed over. */
    List<Loop> loops() {
        return loops;
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
        try {
            for (int number = 0; number < settings.loops(); number++) {
                Loop loop = Loop.of(settings, number);
                loops.add(loop);
                for (int at = 0; at < timeline.size() && !closed; at++) {
                    Node node = node(loop, at);
                    overlapping.add(node);
                    handOver(node.startMicros);
                }
                loop.recorded().whole();
                handOver(Long.MAX_VALUE);
            }
            hand(new Batch(next, Optional.empty()));
        } catch (RuntimeException e) {
            hand(new Batch(List.of(), Optional.of(e)));
        } catch (Error e) {
            hand(new Batch(List.of(), Optional.of(new IllegalStateException("cannot read ahead", e))));
            throw e;
        }
    }

    private Node node(Loop loop, int at) {
        Timeline.Place place = timeline.get(at);
        Exchange recorded = reader.at(place.offset());
        ApiRequest api =
                ApiRequest.of(recorded.request().method(), recorded.request().target());
        Action action = requests.action(recorded, api, place.offset());
        RecordedHistory history = loop.recorded();
        history.until(place.startMicros());
        Node node = new Node(
                (long) loop.number() * timeline.size() + at,
                loop,
                recorded,
                api,
                action,
                Concern.of(api, action, history::pathOf),
                place.startMicros(),
                place.endMicros(),
                requests.of(recorded, api, loop.rewriting()));
        if (node.reachedSomebody()) {
            history.begin(node, ApiRequest.fate(recorded));
        }
        return node;
    }

    /** Whether the fate of a recorded exchange was a matter of luck is known once all that overlapped with it is read. */
    private void handOver(long nowMicros) {
        while (!overlapping.isEmpty()
                && (overlapping.element().endMicros <= nowMicros || overlapping.size() > MOST_OVERLAPPING)) {
            next.add(overlapping.remove());
            if (next.size() == BATCH) {
                hand(new Batch(next, Optional.empty()));
                next = new ArrayList<>(BATCH);
            }
        }
    }

    private void hand(Batch batch) {
        if (closed) {
            return; // nobody takes it any more
        }
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
        batches.clear(); // makes room for the one that it is about to hand over
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
