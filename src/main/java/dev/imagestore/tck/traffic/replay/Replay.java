package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.subject.ByteOracle;
import dev.imagestore.tck.subject.Oracles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Drives a recording at a target and compares. One thread reads ahead and prepares, another sends and judges. Exchanges
 * are read when they are near, so that the memory taken does not grow with the bodies.
 */
public final class Replay implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    private static final int FEWEST_CONNECTIONS = 8;
    private static final int SPARE = 2; // so that one slow answer does not hold up what overlapped with it
    private static final long MAX_ANSWER = 16 << 20;
    private static final int KEPT = 256 << 10;
    private static final long PROGRESS_MILLIS = 250;

    private final ReplaySettings settings;
    private final RecordingReader reader;
    private final Timeline timeline;
    private final Lanes lanes;
    private final Ignoring ignoring;
    private final Differences differences;
    private final Timing timing;
    private final ReadAhead ahead;
    private final Drive drive;
    private final Instant started = Instant.now();

    private Replay(ReplaySettings settings) {
        if (!(settings.pace() instanceof Pace.Max)) {
            WarmUp.run();
        }
        this.settings = settings;
        this.ignoring = new Ignoring(settings.ignore());
        this.differences = new Differences(ignoring);
        this.reader = RecordingReader.open(settings.recording(), settings.skipDamaged());
        this.timeline = Timeline.of(reader);
        int connections = settings.connections()
                .orElse(Math.max(FEWEST_CONNECTIONS, Math.min(MOST_CONNECTIONS, SPARE * timeline.peakConcurrency())));
        this.timing = new Timing(!(settings.pace() instanceof Pace.Max));
        this.lanes = new Lanes(
                new WireSettings(
                        settings.target(),
                        settings.timeout(),
                        MAX_ANSWER,
                        KEPT,
                        Redactor.of(settings.headers()),
                        settings.tls()),
                connections);
        this.ahead = new ReadAhead(settings, reader, timeline, this::goOn);
        this.drive = new Drive(settings, timeline, lanes, ahead, differences, timing);
    }

    /**
     * Replays and compares.
     *
     * @throws dev.imagestore.tck.UsageException when the settings cannot be meant
     * @throws dev.imagestore.tck.exchange.BadRecordingException when the recording cannot be read
     */
    public static ReplayReport run(ReplaySettings settings, ReplayProgress progress) {
        try (Replay replay = new Replay(settings)) {
            replay.drive(progress);
            return replay.report();
        }
    }

    private void goOn() {
        lanes.executor().execute(drive::goOn);
    }

    private void drive(ReplayProgress progress) {
        ahead.start();
        goOn();
        boolean interrupted = false;
        boolean going = true;
        while (going) {
            try {
                drive.done().get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                going = false;
            } catch (TimeoutException e) {
                progress.goesOn(now());
            } catch (InterruptedException e) {
                interrupted = true;
                lanes.executor().execute(() -> drive.stop("interrupted"));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
        progress.goesOn(now());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ReplayProgress.Now now() {
        return CompletableFuture.supplyAsync(drive::now, lanes.executor()).join();
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
        ReplayReport.Content content = drive.lost().isPresent() ? nothing() : content();
        ReplayReport.Counts counts = new ReplayReport.Counts(
                timeline.size(),
                drive.sent(),
                drive.answers().compared(),
                drive.answers().raced(),
                reader.damaged());
        ReplayReport.Fidelity fidelity = timing.fidelity(timeline.peakConcurrency());
        return new ReplayReport(
                SuiteIdentity.version(),
                new ReplayReport.Run(
                        settings.runId(),
                        settings.recording().toString(),
                        settings.target().url(),
                        settings.pace().toString(),
                        lanes.count(),
                        settings.loops(),
                        settings.seed(),
                        started,
                        Instant.now()),
                drive.lost()
                        .map(ReplayVerdict::lost)
                        .orElseGet(() -> ReplayVerdict.of(counts, differences.count(), content, fidelity)),
                counts,
                differences.kept(),
                differences.count(),
                differences.byRequirement(),
                ignoring.report(),
                content,
                timing.latency(),
                timing.latencies(),
                timing.throughput(),
                fidelity,
                warnings());
    }

    private static ReplayReport.Content nothing() {
        return new ReplayReport.Content(ContentObserved.NONE, 0, 0, 0, List.of());
    }

    private ReplayReport.Content content() {
        if (settings.content().isEmpty() || ahead.loops().isEmpty()) {
            return nothing();
        }
        try (ByteOracle oracle = Oracles.of(settings.content().get(), settings.timeout(), settings.tls());
                Bodies bodies = new Bodies(reader)) {
            StoredContent stored = new StoredContent(oracle, bodies, differences);
            ahead.loops()
                    .forEach(loop -> stored.compare(
                            ahead.loops().get(0).recorded().whole(),
                            loop.rewriting(),
                            loop.number(),
                            drive.answers().undecided(loop.number())));
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
        if (drive.skipped() > 0) {
            warnings.add("%d exchanges were not sent, since they reached no server when they were recorded"
                    .formatted(drive.skipped()));
        }
        return warnings;
    }

    @Override
    public void close() {
        ahead.close();
        lanes.close();
        reader.close();
    }
}
