package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.Description;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.compare.Answers;
import dev.imagestore.tck.traffic.compare.Differences;
import dev.imagestore.tck.wire.Lanes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Decides what is sent when, sends and judges, all on the event loop of the sockets: an answer leads to the next request
 * without another thread in between. What it has gathered may be read when it is done.
 */
final class Drive {

    private static final int NEAR = 1024;
    private static final int PATIENCE = 20;
    private static final long RUN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100); // to plan the first ones

    private record Ended(Node node, int lane, Exchange observed, long startedNanos, long endedNanos) {}

    private final ReplaySettings settings;
    private final Timeline timeline;
    private final Lanes lanes;
    private final ReadAhead ahead;
    private final Differences differences;
    private final Answers answers;
    private final Timing timing;
    private final Deque<Integer> free = new ArrayDeque<>();
    private final PriorityQueue<Node> ready =
            new PriorityQueue<>((one, other) -> Long.compare(one.number, other.number));
    private final Queue<Ended> ended = new ArrayDeque<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final long zeroNanos = System.nanoTime() + RUN_UP_NANOS;

    private boolean going;
    private boolean soon;
    private boolean waking;
    private long wakingNanos;
    private long planned;
    private long sent;
    private long judged;
    private long skipped;
    private int near;
    private int silent;
    private Optional<Exchange> refused = Optional.empty();
    private boolean reached;
    private Optional<String> lost = Optional.empty();

    /** {@code ahead} is to call {@link #goOn} on the event loop. */
    Drive(
            ReplaySettings settings,
            Timeline timeline,
            Lanes lanes,
            ReadAhead ahead,
            Differences differences,
            Timing timing) {
        this.settings = settings;
        this.timeline = timeline;
        this.lanes = lanes;
        this.ahead = ahead;
        this.differences = differences;
        this.answers = new Answers(differences);
        this.timing = timing;
        for (int lane = 0; lane < lanes.count(); lane++) {
            free.add(lane);
        }
    }

    /** Completes when everything is answered or the target is lost. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Does what can be done now. What it does may end exchanges; these are judged in turn. */
    void goOn() {
        soon = false;
        if (going || done.isDone()) {
            return;
        }
        going = true;
        try {
            do {
                judge();
                plan();
                send();
            } while (!ended.isEmpty());
            if (lost.isPresent() || (planned == ahead.all() && near == 0)) {
                if (lost.isEmpty() && !reached) {
                    lost = refused.map(exchange -> Description.unreachable(settings.target(), exchange));
                }
                done.complete(null);
            } else {
                wakeWhenDue();
            }
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        } finally {
            going = false;
        }
    }

    /** Once for all answers that were read together. */
    private void goOnSoon() {
        if (!soon) {
            soon = true;
            lanes.executor().execute(this::goOn);
        }
    }

    /** Does not go on, for that reason. */
    void stop(String reason) {
        lost = Optional.of(reason);
        goOn();
    }

    private void plan() {
        while (near < NEAR && planned < ahead.all()) {
            List<Node> next = ahead.next();
            if (next.isEmpty()) {
                return;
            }
            next.forEach(this::plan);
        }
    }

    private void plan(Node node) {
        planned++;
        if (!node.reachedSomebody()) {
            skipped++;
            return;
        }
        OptionalDouble due = settings.pace()
                .plannedMicros(node.startMicros + node.loop.number() * timeline.durationMicros(), node.number);
        node.plannedNanos = due.isPresent() ? zeroNanos + (long) (due.getAsDouble() * 1000) : 0;
        near++;
        node.loop.causality().add(node);
        if (node.waitingFor == 0) {
            ready.add(node);
        }
    }

    private void send() {
        while (!free.isEmpty() && !ready.isEmpty() && isDue(ready.element())) {
            Node node = ready.remove();
            if (node.plannedNanos == 0) {
                node.plannedNanos = System.nanoTime(); // without a plan it is due when a connection is free
            }
            int lane = free.remove();
            node.loop.live().begin(node.number, node.action);
            sent++;
            timing.sent(node.plannedNanos, lanes.count() - free.size());
            lanes.send(lane, node.request, (exchange, startedNanos, endedNanos) -> {
                ended.add(new Ended(node, lane, exchange, startedNanos, endedNanos));
                goOnSoon();
            });
        }
    }

    private static boolean isDue(Node node) {
        return node.plannedNanos == 0 || node.plannedNanos - System.nanoTime() <= 0;
    }

    private void wakeWhenDue() {
        if (free.isEmpty() || ready.isEmpty()) {
            return;
        }
        long due = ready.element().plannedNanos;
        if (!waking || due - wakingNanos < 0) {
            waking = true;
            wakingNanos = due;
            lanes.executor()
                    .schedule(
                            () -> {
                                waking &= wakingNanos != due;
                                goOn();
                            },
                            Math.max(0, due - System.nanoTime()),
                            TimeUnit.NANOSECONDS);
        }
    }

    private void judge() {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            judge(next);
        }
    }

    private void judge(Ended exchange) {
        Node node = exchange.node();
        Loop loop = node.loop;
        timing.ended(
                node.plannedNanos,
                exchange.startedNanos(),
                exchange.endedNanos(),
                exchange.observed().request().body().length());
        answers.compare(new Answers.Pair(
                node.recorded,
                exchange.observed(),
                node.api,
                node.action,
                loop.number(),
                loop.rewriting(),
                loop.live(),
                node.number,
                node.raced));
        loop.live().end(node.number, ApiRequest.fate(exchange.observed()));
        heard(node.recorded, exchange.observed());
        judged++;
        near--;
        free.addFirst(exchange.lane());
        loop.causality().done(node).forEach(ready::add);
    }

    private void heard(Exchange recorded, Exchange observed) {
        if (observed.ending() == Ending.REFUSED) {
            refused = Optional.of(observed);
        } else {
            reached = true;
        }
        if (observed.answered()) {
            silent = 0;
        } else if (recorded.answered() && ++silent >= PATIENCE) {
            lost = Optional.of("target lost: %d exchanges in a row without an answer, the last: %s"
                    .formatted(PATIENCE, observed.problem().orElse("no answer")));
        }
    }

    ReplayProgress.Now now() {
        return new ReplayProgress.Now(
                judged,
                ahead.all() - skipped,
                timing.bytes(),
                differences.count(),
                timing.lastLagMicros(),
                (System.nanoTime() - zeroNanos) / 1e9);
    }

    Answers answers() {
        return answers;
    }

    long sent() {
        return sent;
    }

    /** How many were not sent, since they had reached no server. */
    long skipped() {
        return skipped;
    }

    /** Why not everything was sent, if so. */
    Optional<String> lost() {
        return lost;
    }
}
