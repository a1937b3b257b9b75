package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.subject.HttpOracle;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.compare.Answers;
import dev.imagestore.tck.traffic.compare.Bodies;
import dev.imagestore.tck.traffic.compare.Differences;
import dev.imagestore.tck.traffic.compare.Ignoring;
import dev.imagestore.tck.traffic.compare.StoredContent;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.verdict.ReplayVerdict;
import dev.imagestore.tck.wire.Lanes;
import dev.imagestore.tck.wire.WireSettings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Drives a recording at a target and compares. One thread plans, sends and judges; the sockets have one of their own.
 * Exchanges are read when they are near, so that the memory taken does not grow with the bodies.
 */
public final class Replay implements AutoCloseable {

    private static final int NEAR = 1024;
    private static final int MOST_CONNECTIONS = 256;
    private static final int FEWEST_CONNECTIONS = 8;
    private static final int SPARE = 2; // so that one slow answer does not hold up what overlapped with it
    private static final long MAX_ANSWER = 16 << 20;
    private static final int KEPT = 256 << 10;
    private static final int PATIENCE = 20;
    private static final long RUN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100); // to plan the first ones
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private record Ended(Node node, int lane, Exchange observed, long startedNanos, long endedNanos) {}

    private final ReplaySettings settings;
    private final ReplayProgress progress;
    private final RecordingReader reader;
    private final Timeline timeline;
    private final Requests requests;
    private final Lanes lanes;
    private final int connections;
    private final Differences differences;
    private final Ignoring ignoring;
    private final Answers answers;
    private final Timing timing;
    private final Causality causality = new Causality();
    private final List<Loop> loops = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final PriorityQueue<Node> ready = new PriorityQueue<>(Comparator.comparingLong((Node node) -> node.number));
    private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Instant started = Instant.now();

    private long planned;
    private long sent;
    private long done;
    private long skipped;
    private int near;
    private int silent;
    private Optional<String> lost = Optional.empty();
    private long zeroNanos;
    private long toldNanos;

    private Replay(ReplaySettings settings, ReplayProgress progress) {
        this.settings = settings;
        this.progress = progress;
        this.ignoring = new Ignoring(settings.ignore());
        this.differences = new Differences(ignoring);
        this.answers = new Answers(differences);
        this.reader = RecordingReader.open(settings.recording(), settings.skipDamaged());
        this.timeline = Timeline.of(reader);
        this.connections = settings.connections()
                .orElse(Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, SPARE * timeline.peakConcurrency())));
        this.timing = new Timing(!(settings.pace() instanceof Pace.Max));
        this.requests = new Requests(reader, settings.target(), settings.headers());
        this.lanes = new Lanes(
                new WireSettings(
                        settings.target(), settings.timeout(), MAX_ANSWER, KEPT, Redactor.of(settings.headers())),
                connections);
        for (int lane = 0; lane < connections; lane++) {
            free.add(lane);
        }
    }

    /**
     * Replays and compares.
     *
     * @throws dev.imagestore.tck.UsageException when the settings cannot be meant
     * @throws dev.imagestore.tck.exchange.BadRecordingException when the recording cannot be read
     */
    public static ReplayReport run(ReplaySettings settings, ReplayProgress progress) {
        try (Replay replay = new Replay(settings, progress)) {
            replay.drive();
            return replay.report();
        }
    }

    private void drive() {
        zeroNanos = System.nanoTime() + RUN_UP_NANOS;
        toldNanos = zeroNanos;
        while (lost.isEmpty() && (planned < all() || near > 0)) {
            plan();
            send();
            await();
        }
        tell();
    }

    private long all() {
        return (long) timeline.size() * settings.loops();
    }

    private void plan() {
        while (near < NEAR && planned < all()) {
            long index = planned++;
            int number = (int) (index / timeline.size());
            if (loops.size() == number) {
                loops.add(new Loop(settings, number));
            }
            Loop loop = loops.get(number);
            Timeline.Place place = timeline.get((int) (index % timeline.size()));
            Exchange recorded = reader.at(place.offset());
            ApiRequest api = ApiRequest.of(
                    recorded.request().method(), recorded.request().target());
            Node node = new Node(
                    index,
                    number,
                    recorded,
                    api,
                    requests.action(recorded, api, place.offset()),
                    place.startMicros(),
                    place.endMicros());
            loop.recorded(node, recorded.ending() == Ending.REFUSED);
            if (recorded.ending() == Ending.REFUSED) {
                skipped++; // there was no server that it could have reached
                continue;
            }
            OptionalDouble due =
                    settings.pace().plannedMicros(place.startMicros() + number * timeline.durationMicros(), index);
            node.plannedNanos = due.isPresent() ? zeroNanos + (long) (due.getAsDouble() * 1000) : 0;
            near++;
            causality.add(node, loop::pathOf);
            if (node.waitingFor == 0) {
                ready.add(node);
            }
        }
    }

    private void send() {
        while (!free.isEmpty() && !ready.isEmpty()) {
            Node node = ready.element();
            if (node.plannedNanos != 0 && node.plannedNanos - System.nanoTime() > 0) {
                return;
            }
            ready.remove();
            if (node.plannedNanos == 0) {
                node.plannedNanos = System.nanoTime(); // without a plan it is due when a connection is free
            }
            int lane = free.remove();
            Loop loop = loops.get(node.loop);
            loop.live().begin(node.number, node.action);
            sent++;
            timing.sent(node.plannedNanos, connections - free.size());
            lanes.send(
                    lane,
                    requests.of(node.recorded, node.api, loop.rewriting()),
                    (exchange, startedNanos, endedNanos) ->
                            ended.add(new Ended(node, lane, exchange, startedNanos, endedNanos)));
        }
    }

    private void await() {
        try {
            Ended next = near == 0 ? null : ended.poll(patienceNanos(), TimeUnit.NANOSECONDS);
            while (next != null) {
                judge(next);
                next = ended.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost = Optional.of("interrupted");
        }
        if (System.nanoTime() - toldNanos > PROGRESS_NANOS) {
            toldNanos = System.nanoTime();
            tell();
        }
    }

    private long patienceNanos() {
        long due =
                ready.isEmpty() || free.isEmpty() ? PROGRESS_NANOS : ready.element().plannedNanos - System.nanoTime();
        return Math.max(0, Math.min(due, PROGRESS_NANOS));
    }

    private void judge(Ended exchange) {
        Node node = exchange.node();
        Loop loop = loops.get(node.loop);
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
                node.loop,
                loop.rewriting(),
                loop.live(),
                node.number));
        loop.live().end(node.number, ApiRequest.fate(exchange.observed()));
        heard(node.recorded, exchange.observed());
        done++;
        near--;
        free.addFirst(exchange.lane());
        causality.done(node).forEach(ready::add);
    }

    private void heard(Exchange recorded, Exchange observed) {
        if (observed.answered()) {
            silent = 0;
        } else if (recorded.answered() && ++silent >= PATIENCE) {
            lost = Optional.of("target lost: %d exchanges in a row without an answer, the last: %s"
                    .formatted(PATIENCE, observed.problem().orElse("no answer")));
        }
    }

    private void tell() {
        progress.goesOn(new ReplayProgress.Now(
                done,
                all() - skipped,
                timing.bytes(),
                differences.count(),
                timing.lastLagMicros(),
                (System.nanoTime() - zeroNanos) / 1e9));
    }

    private ReplayReport report() {
        if (lanes.unsolicited() > 0) {
            differences.add(new Difference(
                    Difference.Kind.UNSOLICITED,
                    "HTTP-06",
                    0,
                    1,
                    "",
                    "one answer to each request",
                    "%d answers that nobody had asked for".formatted(lanes.unsolicited())));
        }
        ReplayReport.Content content = lost.isPresent() ? nothing() : content();
        ReplayReport.Counts counts =
                new ReplayReport.Counts(timeline.size(), sent, answers.compared(), answers.raced(), reader.damaged());
        ReplayReport.Fidelity fidelity = timing.fidelity(timeline.peakConcurrency());
        return new ReplayReport(
                SuiteIdentity.version(),
                new ReplayReport.Run(
                        settings.runId(),
                        settings.recording().toString(),
                        settings.target().url(),
                        settings.pace().toString(),
                        connections,
                        settings.loops(),
                        settings.seed(),
                        started,
                        Instant.now()),
                lost.map(ReplayVerdict::lost)
                        .orElseGet(() -> ReplayVerdict.of(counts, differences.count(), content, fidelity)),
                counts,
                differences.kept(),
                differences.count(),
                differences.byRequirement(),
                ignoring.report(),
                content,
                timing.latency(),
                timing.throughput(),
                fidelity,
                warnings());
    }

    private static ReplayReport.Content nothing() {
        return new ReplayReport.Content(ContentObserved.NONE, 0, 0, 0, List.of());
    }

    private ReplayReport.Content content() {
        if (settings.content().isEmpty() || loops.isEmpty()) {
            return nothing();
        }
        try (HttpOracle oracle = new HttpOracle(settings.content().get(), settings.timeout());
                Bodies bodies = new Bodies(reader)) {
            StoredContent stored = new StoredContent(oracle, bodies, differences);
            loops.forEach(loop -> stored.compare(loops.get(0).whole(), loop.rewriting(), loop.number()));
            return stored.report();
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (reader.damaged() > 0) {
            warnings.add(
                    "%d damaged lines were skipped, the first: %s".formatted(reader.damaged(), reader.firstDamage()));
        }
        if (timeline.torn()) {
            warnings.add("the last line of the recording is torn and was left out");
        }
        if (timeline.standIns() > 0) {
            warnings.add(
                    ("%d bodies are not in the recording; others of their length were sent, and only the answers are "
                                    + "compared")
                            .formatted(timeline.standIns()));
        }
        if (skipped > 0) {
            warnings.add("%d exchanges were not sent, since they reached no server when they were recorded"
                    .formatted(skipped));
        }
        return warnings;
    }

    @Override
    public void close() {
        lanes.close();
        reader.close();
    }
}
