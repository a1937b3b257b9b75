package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Case;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.ConformanceRun;
import dev.imagestore.tck.conformance.Interruption;
import dev.imagestore.tck.conformance.Progress;
import dev.imagestore.tck.conformance.RunSettings;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.report.PastReport;
import dev.imagestore.tck.report.ReportFiles;
import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.subject.ContainerServer;
import dev.imagestore.tck.subject.ContainerSettings;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.SubjectSettings;
import dev.imagestore.tck.subject.TargetUnreachableException;
import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Circumstances;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Judge;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Requirement;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Run;
import dev.imagestore.tck.verdict.Target;
import dev.imagestore.tck.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The suite. One call judges one target and writes the reports; everything else, the command line and the Maven build
 * included, is a way to make that call. Several runs may go on at once, each with a folder of its own.
 */
public final class Tck {

    /** How long a server in a container may take until it answers, unless another time is given. */
    private static final Duration CONTAINER_START = Duration.ofSeconds(60);

    private final TckOptions options;
    private final Progress progress;
    private final Interruption interruption;
    private final Catalogue catalogue;
    private final Instant started = Instant.now();
    private final RunSettings settings;
    private final Announcements announcements;
    private final Optional<PastReport> baseline;
    private final Map<String, String> sequences = new HashMap<>();
    private CompletableFuture<Void> messages = CompletableFuture.completedFuture(null);

    private Tck(TckOptions options, Progress progress, Interruption interruption, Catalogue catalogue) {
        this.options = options;
        this.progress = progress;
        this.interruption = interruption;
        this.catalogue = catalogue;
        this.announcements = AnnouncementFiles.read(listed(options), options.knownFlaky());
        this.baseline = options.baseline().map(Tck::baseline);
        SecureRandom random = new SecureRandom();
        this.settings = new RunSettings(
                options.profile(),
                HexFormat.of().formatHex(random.generateSeed(4)),
                options.seed().orElseGet(() -> random.nextInt(1_000_000)),
                options.run(),
                options.skip(),
                options.parallel(),
                options.failFast(),
                options.caseHeader(),
                options.sequences(),
                options.timeout(),
                options.bounds(),
                options.keep(),
                options.shard());
    }

    /**
     * Judges the target and writes the reports.
     *
     * @return what the reports say; the exit code is that of its verdict
     * @throws UsageException when the options cannot be meant; nothing is written then
     */
    public static Report run(TckOptions options) {
        return run(options, Progress.NONE);
    }

    /** As {@link #run(TckOptions)}, telling how it goes on. */
    public static Report run(TckOptions options, Progress progress) {
        return run(options, progress, new Interruption());
    }

    /** As {@link #run(TckOptions, Progress)}, and can be told to end before its time. */
    public static Report run(TckOptions options, Progress progress, Interruption interruption) {
        if (options.container().isEmpty()) {
            return judged(options, progress, interruption);
        }
        new OptionCheck(Catalogue.load()).check(options);
        try (ContainerServer server = started(options.container().get(), options)) {
            return judged(options.at(server.endpoint()), progress, interruption);
        }
    }

    private static ContainerServer started(ContainerSettings container, TckOptions options) {
        Duration patience = options.waitForTarget().isZero() ? CONTAINER_START : options.waitForTarget();
        try {
            return ContainerServer.start(
                    container,
                    patience,
                    options.reports().resolve(ReportFiles.CONTAINER_LOG),
                    Redactor.of(options.headers()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Report judged(TckOptions options, Progress progress, Interruption interruption) {
        try (StartingServer bundled = new StartingServer(options)) {
            Tck tck = new Tck(options, progress, interruption, Catalogue.load());
            new OptionCheck(tck.catalogue).check(options);
            Optional<BundledServer> server = bundled.ready();
            Report report = tck.judged(server);
            RunEvidence evidence = tck.evidence(server, report).write(report);
            Beside.join(tck.messages); // written beside the evidence: neither needs the other
            ReportFiles.write(report, evidence, options.reports());
            tck.updateKnownFailing(report);
            return report;
        }
    }

    private Report judged(Optional<BundledServer> bundled) {
        try (Recording recording = Recording.create(EvidenceFiles.recording(options.reports()));
                Subject subject = Subject.open(subjectSettings(bundled), recording)) {
            ConformanceRun run = new ConformanceRun(
                    catalogue,
                    settings,
                    subject,
                    interruption,
                    announcements::expects,
                    Optional.of(options.reports().resolve(ReportFiles.MESSAGES)));
            List<CaseResult> results = run.run(progress);
            messages = CompletableFuture.runAsync(() -> run.tell(results));
            sequences.putAll(run.sequences());
            List<String> leftBehind = bundled.isEmpty() ? run.cleanUp() : List.of();
            Target target = new Target(
                    subject.url(),
                    subject.operations().stream().map(Operation::word).toList(),
                    options.profile().word(),
                    run.operations());
            return report(
                    target,
                    results,
                    run.complete(),
                    circumstances(observed(subject.sight()), subject.store().lost(), run.vacuous()),
                    leftBehind);
        } catch (TargetUnreachableException e) {
            return unreachable(String.valueOf(e.getMessage()));
        }
    }

    /** A list that is to be written need not be there. */
    private static Optional<Path> listed(TckOptions options) {
        return options.knownFailing().filter(file -> !options.updateKnownFailing() || Files.exists(file));
    }

    private void updateKnownFailing(Report report) {
        if (options.updateKnownFailing()) {
            KnownFailingFile file = new KnownFailingFile(options.knownFailing().orElseThrow(), options.strict());
            progress.told(file.update(announcements, ids(), report));
        }
    }

    private static ContentObserved observed(Sight sight) {
        return switch (sight) {
            case BYTES -> ContentObserved.BYTES;
            case SIZES -> ContentObserved.SIZE;
            case NOTHING -> ContentObserved.NONE;
        };
    }

    private EvidenceFiles evidence(Optional<BundledServer> bundled, Report report) {
        Path reports = options.reports();
        Optional<String> content = subjectSettings(bundled).content();
        return new EvidenceFiles(
                reports,
                EvidenceFiles.surroundings(report.target().url(), content, settings.folder(), reports),
                catalogue,
                sequences);
    }

    /** No case could be run: each is inconclusive, and the report says why. */
    private Report unreachable(String reason) {
        List<CaseResult> results = catalogue.selected(settings).stream()
                .filter(options.shard()::has)
                .map(c -> inconclusive(c, reason))
                .toList();
        Target target = new Target(
                options.target().map(Endpoint::url).orElse(""),
                options.operations().stream().map(Operation::word).sorted().toList(),
                options.profile().word());
        Circumstances circumstances =
                circumstances(ContentObserved.NONE, Optional.of(reason), Optional.of("nothing was sent to the target"));
        return report(target, results, false, circumstances, List.of());
    }

    private static CaseResult inconclusive(Case of, String reason) {
        return new CaseResult(
                of.id(),
                of.requirement(),
                Outcome.INCONCLUSIVE,
                List.of(),
                false,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ZERO);
    }

    private Report report(
            Target target,
            List<CaseResult> cases,
            boolean complete,
            Circumstances circumstances,
            List<String> leftBehind) {
        List<Requirement> requirements = catalogue.rules().stream()
                .map(rule -> rule.requirement(options.profile()))
                .toList();
        List<RequirementResult> results = Judge.requirements(requirements, announcements.mark(cases));
        return new Report(
                SuiteIdentity.of(catalogue),
                new Run(settings.id(), settings.seed(), settings.shard().toString(), started, Instant.now(), complete),
                target,
                Judge.verdict(results, circumstances).withUnmet(announcements.unmet(ids(), cases)),
                circumstances,
                results,
                catalogue.size(),
                baseline.map(then -> Changes.between(then.title(), comparable(then, cases), outcomes(cases))),
                leftBehind);
    }

    private Set<String> ids() {
        return catalogue.cases().stream().map(Case::id).collect(Collectors.toSet());
    }

    private static Map<String, Outcome> outcomes(List<CaseResult> cases) {
        return cases.stream().collect(Collectors.toMap(CaseResult::id, CaseResult::outcome));
    }

    /** Without what this run has left out: it is not gone. */
    private Map<String, Outcome> comparable(PastReport then, List<CaseResult> cases) {
        Set<String> leftOut = ids();
        cases.forEach(c -> leftOut.remove(c.id()));
        return then.cases().entrySet().stream()
                .filter(e -> !leftOut.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PastReport baseline(Path file) {
        try {
            return PastReport.read(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--baseline: " + e.getMessage());
        }
    }

    private Circumstances circumstances(ContentObserved observed, Optional<String> lost, Optional<String> vacuous) {
        return new Circumstances(
                options.profile().word(),
                catalogue.size(),
                observed,
                lost,
                vacuous,
                options.strict(),
                options.requireObserved(),
                claimedAlone(),
                announcements);
    }

    private List<String> claimedAlone() {
        boolean all = options.operations().size() == Operation.values().length;
        return all
                ? List.of()
                : options.operations().stream().sorted().map(Operation::word).toList();
    }

    private SubjectSettings subjectSettings(Optional<BundledServer> bundled) {
        Endpoint target = bundled.map(server -> Endpoint.parse(server.url()))
                .or(options::target)
                .orElseThrow();
        SubjectSettings asked = new SubjectSettings(
                target,
                options.operations(),
                options.runtimeVersion(),
                options.content().map(template -> TckOptions.placed(template, target.url())),
                options.clock().map(template -> TckOptions.placed(template, target.url())),
                options.headers(),
                "imagestore-tck/" + SuiteIdentity.version(),
                options.timeout(),
                options.waitForTarget(),
                options.tls());
        return bundled.isPresent() ? asked.bundled() : asked;
    }
}
