package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Circumstances;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Recurrence;
import dev.imagestore.tck.verdict.Run;
import dev.imagestore.tck.verdict.Suite;
import dev.imagestore.tck.verdict.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@code conformance-report.json} that is read again, as far as it takes to judge anew. */
public record PartReport(
        Suite suite,
        Run run,
        Target target,
        Circumstances circumstances,
        List<CaseResult> cases,
        Optional<Changes> changes,
        List<String> leftBehind) {

    private static final JsonMapper JSON = new JsonMapper();

    public PartReport {
        cases = List.copyOf(cases);
        leftBehind = List.copyOf(leftBehind);
    }

    /** Whether the folder has a report of the suite. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(file(folder));
    }

    /** @throws IllegalArgumentException when the folder has no whole report; the message says so */
    public static PartReport read(Path folder) {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file(folder)));
            return new PartReport(
                    suite(tree.required("suite")),
                    run(tree.required("run")),
                    target(tree.required("target")),
                    circumstances(tree),
                    tree.required("cases")
                            .valueStream()
                            .map(PartReport::caseResult)
                            .toList(),
                    Optional.of(tree.required("changes"))
                            .filter(changes -> !changes.isNull())
                            .map(PartReport::changes),
                    texts(tree.required("leftBehind")));
        } catch (IOException e) {
            throw new IllegalArgumentException(file(folder) + " cannot be read", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file(folder) + " is no whole report of this suite", e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("conformance-report.json");
    }

    private static Suite suite(JsonNode node) {
        return new Suite(text(node, "version"), text(node, "commit"), text(node, "featuresSha256"));
    }

    private static Run run(JsonNode node) {
        return new Run(
                text(node, "id"),
                node.required("seed").longValue(),
                text(node, "shard"),
                Instant.parse(text(node, "started")),
                Instant.parse(text(node, "finished")),
                node.required("complete").booleanValue());
    }

    private static Target target(JsonNode node) {
        return new Target(
                text(node, "url"),
                texts(node.required("operations")),
                text(node, "profile"),
                node.required("standing")
                        .valueStream()
                        .map(PartReport::standing)
                        .toList());
    }

    private static OperationStanding standing(JsonNode node) {
        return new OperationStanding(
                text(node, "operation"),
                node.required("claimed").booleanValue(),
                text(node, "probed"),
                node.required("tested").longValue());
    }

    private static Circumstances circumstances(JsonNode tree) {
        JsonNode node = tree.required("circumstances");
        String observed = tree.required("verdict")
                .required("observed")
                .required("content")
                .stringValue();
        return new Circumstances(
                text(tree.required("target"), "profile"),
                tree.required("catalogued").intValue(),
                Arrays.stream(ContentObserved.values())
                        .filter(o -> o.word().equals(observed))
                        .findFirst()
                        .orElseThrow(),
                optional(node, "lost"),
                optional(node, "vacuous"),
                node.required("strict").booleanValue(),
                node.required("requireObserved").booleanValue(),
                texts(node.required("claimedAlone")),
                new Announcements(announced(node.required("knownFailing")), announced(node.required("knownFlaky"))));
    }

    private static List<Announcements.Entry> announced(JsonNode array) {
        return array.valueStream()
                .map(entry -> new Announcements.Entry(text(entry, "place"), text(entry, "id")))
                .toList();
    }

    private static Changes changes(JsonNode node) {
        return new Changes(
                text(node, "baseline"),
                texts(node.required("fixed")),
                texts(node.required("broken")),
                texts(node.required("new")),
                texts(node.required("removed")));
    }

    private static CaseResult caseResult(JsonNode node) {
        CaseResult result = new CaseResult(
                text(node, "id"),
                text(node, "requirement"),
                Outcome.valueOf(text(node, "outcome").toUpperCase(Locale.ROOT)),
                texts(node.required("about")),
                node.required("known").booleanValue(),
                optional(node, "reason"),
                optional(node, "expected"),
                optional(node, "observed"),
                node.required("exchanges")
                        .valueStream()
                        .map(JsonNode::longValue)
                        .toList(),
                Duration.ofMillis(node.required("durationMs").longValue()));
        return optional(node, "recurrence")
                .map(Recurrence::parse)
                .map(result::recurring)
                .orElse(result);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(node.required(name)).filter(n -> !n.isNull()).map(JsonNode::stringValue);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
