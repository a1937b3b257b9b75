package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Case;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.conformance.Shard;
import dev.imagestore.tck.report.PartReport;
import dev.imagestore.tck.report.ReportFiles;
import dev.imagestore.tck.traffic.format.Merge;
import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Circumstances;
import dev.imagestore.tck.verdict.Judge;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Run;
import dev.imagestore.tck.verdict.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes one report of the parts of a run that several machines have shared, and judges the whole. */
public final class Shards {

    /** What counts first where several parts have an outcome for one case: what one has seen outweighs that others have not. */
    private static final List<Outcome> GRAVITY = List.of(
            Outcome.ERROR,
            Outcome.FAILED,
            Outcome.INCONCLUSIVE,
            Outcome.WARNED,
            Outcome.PASSED,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE);

    private final List<PartReport> parts;
    private final Catalogue catalogue;
    private final Map<String, Integer> origins = new HashMap<>();

    private Shards(List<PartReport> parts, Catalogue catalogue) {
        this.parts = parts;
        this.catalogue = catalogue;
    }

    /**
     * Writes the report of the whole run, its exchanges included.
     *
     * @param folders where the parts have written their reports
     * @throws UsageException when these are not all the parts of one run; nothing is written then
     */
    public static Report merge(List<Path> folders, Path out) {
        Map<Integer, Path> byNumber = new HashMap<>();
        List<PartReport> parts = new ArrayList<>();
        for (Path folder : folders) {
            PartReport part = read(folder);
            Path same = byNumber.put(shard(part).number(), folder);
            if (same != null) {
                throw new UsageException("%s and %s are both part %s of a run; expected each part once"
                        .formatted(same, folder, part.run().shard()));
            }
            parts.add(part);
        }
        parts.sort(Comparator.comparing(part -> shard(part).number()));
        Shards shards = new Shards(parts, Catalogue.load());
        shards.check();
        return shards.written(
                parts.stream().map(part -> byNumber.get(shard(part).number())).toList(), out);
    }

    /** @param ordered the folders of the parts, in their order */
    private Report written(List<Path> ordered, Path out) {
        List<Long> offsets = Merge.merge(
                        ordered.stream().map(EvidenceFiles::recording).toList(), EvidenceFiles.recording(out), false)
                .offsets();
        Report report = report(cases(offsets));
        EvidenceFiles evidence = new EvidenceFiles(
                out,
                EvidenceFiles.surroundings(
                        report.target().url(), Optional.empty(), report.run().id(), out),
                catalogue,
                Map.of());
        Map<String, Path> sources = new HashMap<>();
        origins.forEach((id, part) -> sources.put(id, ordered.get(part)));
        ReportFiles.writeShared(report, evidence.write(report, sources), out);
        return report;
    }

    private static PartReport read(Path folder) {
        try {
            return PartReport.read(folder);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + "; expected the folder of the reports of a run with --shard");
        }
    }

    private static Shard shard(PartReport part) {
        return Shard.parse(part.run().shard());
    }

    private void check() {
        same(
                "made by suites",
                part -> part.suite().version() + " " + part.suite().featuresSha256());
        same("of targets", part -> part.target().url());
        same("of profiles", part -> part.target().profile());
        same("of claimed operations", part -> part.target().operations());
        same("of seeds", part -> part.run().seed());
        same("of a run in several numbers of parts", part -> shard(part).of());
        same("with and without --strict", part -> part.circumstances().strict());
        same("with and without --require-observed", part -> part.circumstances().requireObserved());
        same(
                "of known failures",
                part -> ids(part.circumstances().announcements().failing()));
        same(
                "of known flaky cases",
                part -> ids(part.circumstances().announcements().flaky()));
        same("of baselines", part -> part.changes().map(Changes::baseline));
        if (!parts.get(0).suite().featuresSha256().equals(catalogue.sha256())) {
            throw new UsageException("the reports were made by another version of the suite; expected %s, this one"
                    .formatted(SuiteIdentity.version()));
        }
        List<Integer> there = parts.stream().map(part -> shard(part).number()).toList();
        int of = shard(parts.get(0)).of();
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !there.contains(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException("the run lacks part %s; expected the reports of all %d parts"
                    .formatted(String.join(", ", missing), of));
        }
    }

    private static List<String> ids(List<Announcements.Entry> entries) {
        return entries.stream().map(Announcements.Entry::id).toList();
    }

    private void same(String what, Function<PartReport, Object> property) {
        List<Object> values = parts.stream().map(property).distinct().toList();
        if (values.size() > 1) {
            throw new UsageException("the reports are %s that differ: %s and %s; expected parts of one run"
                    .formatted(what, values.get(0), values.get(1)));
        }
    }

    private Report report(List<CaseResult> cases) {
        Profile profile = Profile.named(parts.get(0).target().profile()).orElseThrow();
        List<RequirementResult> results = Judge.requirements(
                catalogue.rules().stream()
                        .map(rule -> rule.requirement(profile))
                        .toList(),
                cases);
        Circumstances circumstances = circumstances();
        Set<String> ids = catalogue.cases().stream().map(Case::id).collect(Collectors.toSet());
        return new Report(
                parts.get(0).suite(),
                run(),
                target(),
                Judge.verdict(results, circumstances)
                        .withUnmet(circumstances.announcements().unmet(ids, cases)),
                circumstances,
                results,
                catalogue.size(),
                changes(cases),
                parts.stream().flatMap(part -> part.leftBehind().stream()).toList());
    }

    /** What is fixed in one part may be broken in another, for some requirements are judged in each. */
    private Optional<Changes> changes(List<CaseResult> cases) {
        Set<String> failed = cases.stream()
                .filter(c -> c.outcome() == Outcome.FAILED)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
        return parts.get(0)
                .changes()
                .map(first -> new Changes(
                        first.baseline(),
                        together(Changes::fixed, id -> !failed.contains(id)),
                        together(Changes::broken, id -> true),
                        together(Changes::added, id -> true),
                        together(Changes::removed, id -> true)));
    }

    private List<String> together(Function<Changes, List<String>> list, Predicate<String> holds) {
        return parts.stream()
                .flatMap(part -> part.changes().stream())
                .flatMap(changes -> list.apply(changes).stream())
                .filter(holds)
                .distinct()
                .sorted()
                .toList();
    }

    private Run run() {
        return new Run(
                parts.stream().map(part -> part.run().id()).collect(Collectors.joining("+")),
                parts.get(0).run().seed(),
                Shard.WHOLE.toString(),
                extreme(part -> part.run().started(), BinaryOperator.minBy(Comparator.naturalOrder())),
                extreme(part -> part.run().finished(), BinaryOperator.maxBy(Comparator.naturalOrder())),
                parts.stream().allMatch(part -> part.run().complete()));
    }

    private Instant extreme(Function<PartReport, Instant> time, BinaryOperator<Instant> choice) {
        return parts.stream().map(time).reduce(choice).orElseThrow();
    }

    /** The whole is vacuous only if every part is, and no more of it was observed than of each part. */
    private Circumstances circumstances() {
        List<Circumstances> all = parts.stream().map(PartReport::circumstances).toList();
        Circumstances first = all.get(0);
        return new Circumstances(
                first.profile(),
                first.catalogued(),
                all.stream()
                        .map(Circumstances::observed)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                all.stream().flatMap(c -> c.lost().stream()).findFirst(),
                all.stream().allMatch(c -> c.vacuous().isPresent()) ? first.vacuous() : Optional.empty(),
                first.strict(),
                first.requireObserved(),
                first.claimed(),
                first.announcements());
    }

    /** As the first part has probed it, and as all together have tested it. */
    private Target target() {
        Target first = parts.get(0).target();
        List<OperationStanding> standing = first.standing().stream()
                .map(s -> new OperationStanding(s.operation(), s.claimed(), s.probed(), tested(s.operation())))
                .toList();
        return new Target(first.url(), first.operations(), first.profile(), standing);
    }

    private long tested(String operation) {
        return parts.stream()
                .flatMap(part -> part.target().standing().stream())
                .filter(s -> s.operation().equals(operation))
                .mapToLong(OperationStanding::tested)
                .sum();
    }

    /** In the order of the catalogue, with the numbers that the exchanges have in the joined recording. */
    private List<CaseResult> cases(List<Long> offsets) {
        Map<String, CaseResult> byId = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (CaseResult own : parts.get(i).cases()) {
                CaseResult other = byId.get(own.id());
                if (other == null || GRAVITY.indexOf(own.outcome()) < GRAVITY.indexOf(other.outcome())) {
                    byId.put(own.id(), own.withExchangesFrom(offsets.get(i)));
                    origins.put(own.id(), i);
                }
            }
        }
        return catalogue.cases().stream()
                .map(Case::id)
                .distinct()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }
}
