package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.ScenarioText;
import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Har;
import dev.imagestore.tck.exchange.Kept;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.repro.Exhibits;
import dev.imagestore.tck.repro.ReproFolder;
import dev.imagestore.tck.repro.Reproduction;
import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.repro.Surroundings;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the recording of a run becomes beside the reports: the whole as HAR, and a reproduction for each failed case. */
final class EvidenceFiles {

    /** The most octets of an answer that a reproduction shows. */
    private static final int SHOWN = 16 << 10;

    private static final String HAR = "exchanges.har";
    private static final String REPRODUCTIONS = "repro";

    private final Path reports;
    private final Surroundings surroundings;
    private final ScenarioText scenarios;
    private final Map<String, String> sequences;
    private final Map<String, RunEvidence.Use> uses = new HashMap<>();

    /** @param sequences scenarios by case, of cases that the catalogue does not have */
    EvidenceFiles(Path reports, Surroundings surroundings, Catalogue catalogue, Map<String, String> sequences) {
        this.reports = reports;
        this.surroundings = surroundings;
        this.scenarios = new ScenarioText(catalogue);
        this.sequences = Map.copyOf(sequences);
    }

    /** The folder of the recording, below that of the reports. */
    static Path recording(Path reports) {
        return reports.resolve("exchanges");
    }

    /** Writes the files; returns what pages show of them. */
    RunEvidence write(Report report) {
        List<Reproduction> reproductions = reproductions(report);
        new ReproFolder(reports.resolve(REPRODUCTIONS)).write(reproductions, surroundings);
        return evidence(reproductions);
    }

    /**
     * As {@link #write}, for the report of a run that others have shared: reproductions stay as they were made.
     *
     * @param parts the folder of the reports that each case comes from
     */
    RunEvidence write(Report report, Map<String, Path> parts) {
        Map<String, Path> made = new TreeMap<>();
        parts.forEach((id, part) -> made.put(id, part.resolve(REPRODUCTIONS)));
        new ReproFolder(reports.resolve(REPRODUCTIONS)).take(made);
        return evidence(reproductions(report));
    }

    private RunEvidence evidence(List<Reproduction> reproductions) {
        har();
        Exhibits exhibits = new Exhibits(surroundings);
        return new RunEvidence(reproductions.stream().map(exhibits::of).toList(), uses);
    }

    private List<Reproduction> reproductions(Report report) {
        Map<Long, Exchange> exchanges = exchangesOf(report);
        return report.requirements().stream()
                .flatMap(
                        r -> r.cases().stream().filter(EvidenceFiles::departed).map(c -> reproduction(r, c, exchanges)))
                .toList();
    }

    private void har() {
        try (Stream<Exchange> all = Recording.read(recording(reports));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(reports.resolve(HAR)))) {
            Har.write(
                    all.peek(this::count),
                    request -> surroundings.origin(),
                    surroundings.version(),
                    Har.Bodies.NAMED,
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + reports.resolve(HAR), e);
        }
    }

    private void count(Exchange exchange) {
        operation(exchange.request())
                .ifPresent(o -> uses.merge(
                        o.word(),
                        new RunEvidence.Use(0, 0).plus(succeeded(exchange)),
                        (use, one) -> use.plus(succeeded(exchange))));
    }

    private static boolean succeeded(Exchange exchange) {
        return exchange.answered() && exchange.status().orElse(0) / 100 == 2;
    }

    /** By method and path; what is neither is nobody's. */
    private static Optional<Operation> operation(SentRequest request) {
        String path = request.target().replaceFirst("[?].*", "");
        String call = request.method() + " " + path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(
                switch (call) {
                    case "PUT UploadChunk" -> Operation.UPLOAD_CHUNK;
                    case "POST CommitUploadSession" -> Operation.COMMIT;
                    case "DELETE DeleteUploadSession" -> Operation.DELETE_SESSION;
                    case "GET GetUploadSession" ->
                        path.endsWith("/ImageStore/$/GetUploadSession")
                                ? Operation.GET_SESSION
                                : Operation.GET_SESSION_BY_PATH;
                    case "POST Copy" -> Operation.COPY;
                    case "GET FolderSize" -> Operation.FOLDER_SIZE;
                    case "GET Info" -> Operation.INFO;
                    case "GET ImageStore" -> Operation.LIST_ROOT;
                    default ->
                        switch (request.method()) {
                            case "PUT" -> Operation.UPLOAD_FILE;
                            case "GET" -> Operation.LIST;
                            case "DELETE" -> Operation.DELETE;
                            default -> null;
                        };
                });
    }

    /** The target did something, and something else was expected. */
    private static boolean departed(CaseResult result) {
        return result.outcome().judged() && result.expected().isPresent();
    }

    private Map<Long, Exchange> exchangesOf(Report report) {
        Set<Long> wanted = report.cases().stream()
                .filter(EvidenceFiles::departed)
                .flatMap(c -> c.exchanges().stream())
                .collect(Collectors.toSet());
        Map<Long, Exchange> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            try (Stream<Exchange> all = Recording.read(recording(reports))) {
                all.filter(e -> wanted.contains(e.number())).forEach(e -> found.put(e.number(), shortened(e)));
            }
        }
        return found;
    }

    private Reproduction reproduction(RequirementResult requirement, CaseResult result, Map<Long, Exchange> exchanges) {
        List<Exchange> own = new ArrayList<>(result.exchanges().stream()
                .distinct()
                .map(exchanges::get)
                .filter(Objects::nonNull)
                .sorted(java.util.Comparator.comparing(Exchange::number))
                .toList());
        return new Reproduction(
                result.id(),
                requirement.id() + " " + requirement.requirement().text(),
                result.expected().orElse(""),
                result.observed().orElse(""),
                result.proof(),
                scenario(requirement, result.id()),
                own);
    }

    private String scenario(RequirementResult requirement, String caseId) {
        String sequence = sequences.get(caseId);
        return sequence == null
                ? scenarios.of(caseId)
                : "Feature: sequences%n%n  Rule: %s %s%n%n"
                                .formatted(
                                        requirement.id(),
                                        requirement.requirement().text())
                        + sequence;
    }

    private static Exchange shortened(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                exchange.caseId(),
                exchange.connection(),
                exchange.started(),
                exchange.request(),
                exchange.answer().map(EvidenceFiles::shortened),
                exchange.ending(),
                exchange.problem(),
                exchange.sentAfter(),
                exchange.endedAfter(),
                exchange.interim());
    }

    private static Answer shortened(Answer answer) {
        byte[] kept = answer.bytes();
        return kept.length <= SHOWN
                ? answer
                : new Answer(
                        answer.status(),
                        answer.reason(),
                        answer.headers(),
                        answer.body(),
                        Kept.of(Arrays.copyOf(kept, SHOWN)));
    }

    static Surroundings surroundings(String url, Optional<String> content, String runFolder, Path reports) {
        Path bodies = recording(reports).resolve("bodies");
        return new Surroundings(url, content, runFolder, bodies, SuiteIdentity.version());
    }
}
