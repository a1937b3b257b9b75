package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Circumstances;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Run;
import dev.imagestore.tck.verdict.Suite;
import dev.imagestore.tck.verdict.Target;
import dev.imagestore.tck.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code conformance-report.json}: the whole report for machines. Its fields, their order and their meaning are those of
 * {@code conformance-report.schema.json}; what is absent is null.
 */
final class JsonReport {

    static final String SCHEMA_VERSION = "1";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonReport() {}

    static String of(Report report) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return Printable.json(MAPPER.writer().with(printer).writeValueAsString(tree(report))) + "\n";
    }

    private static ObjectNode tree(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        suite(report.suite(), root.putObject("suite"));
        run(report.run(), root.putObject("run"));
        target(report.target(), root.putObject("target"));
        verdict(report.verdict(), root.putObject("verdict"));
        circumstances(report.circumstances(), root.putObject("circumstances"));
        var requirements = root.putArray("requirements");
        report.requirements().forEach(r -> requirement(r, requirements.addObject()));
        var cases = root.putArray("cases");
        report.cases().forEach(c -> caseResult(c, cases.addObject()));
        counts(report.requirements(), root.putObject("counts"));
        root.put("catalogued", report.catalogued());
        report.changes().ifPresentOrElse(c -> changes(c, root.putObject("changes")), () -> root.putNull("changes"));
        texts("leftBehind", report.leftBehind(), root);
        return root;
    }

    private static void suite(Suite suite, ObjectNode node) {
        node.put("name", "imagestore-tck");
        node.put("version", suite.version());
        node.put("commit", suite.commit());
        node.put("featuresSha256", suite.featuresSha256());
    }

    private static void run(Run run, ObjectNode node) {
        node.put("id", run.id());
        node.put("seed", run.seed());
        node.put("shard", run.shard());
        node.put("started", run.started().toString());
        node.put("finished", run.finished().toString());
        node.put("complete", run.complete());
    }

    private static void target(Target target, ObjectNode node) {
        node.put("url", target.url());
        texts("operations", target.operations(), node);
        node.put("profile", target.profile());
        var standing = node.putArray("standing");
        target.standing().forEach(s -> standing(s, standing.addObject()));
    }

    private static void standing(OperationStanding standing, ObjectNode node) {
        node.put("operation", standing.operation());
        node.put("claimed", standing.claimed());
        node.put("probed", standing.probed());
        node.put("tested", standing.tested());
    }

    private static void verdict(Verdict verdict, ObjectNode node) {
        node.put("status", verdict.status().word());
        node.put("exitCode", verdict.exitCode());
        texts("blamed", verdict.blamed(), node);
        node.putObject("observed").put("content", verdict.observed().word());
        texts("unmet", verdict.unmet(), node);
        node.put("sentence", verdict.sentence());
    }

    private static void circumstances(Circumstances circumstances, ObjectNode node) {
        optional("lost", circumstances.lost(), node);
        optional("vacuous", circumstances.vacuous(), node);
        node.put("strict", circumstances.strict());
        node.put("requireObserved", circumstances.requireObserved());
        texts("claimedAlone", circumstances.claimed(), node);
        announced("knownFailing", circumstances.announcements().failing(), node);
        announced("knownFlaky", circumstances.announcements().flaky(), node);
    }

    private static void announced(String name, List<Announcements.Entry> entries, ObjectNode node) {
        var array = node.putArray(name);
        entries.forEach(e -> array.addObject().put("place", e.place()).put("id", e.id()));
    }

    private static void requirement(RequirementResult result, ObjectNode node) {
        node.put("id", result.id());
        node.put("level", result.requirement().level().name());
        texts("profiles", result.requirement().profiles(), node);
        texts("provenance", result.requirement().provenance(), node);
        node.put("text", result.requirement().text());
        node.put("description", result.requirement().description());
        node.put("feature", result.requirement().feature());
        node.put("outcome", result.outcome().word());
        optional("explainedBy", result.explainedBy(), node);
        texts("cases", result.cases().stream().map(CaseResult::id).toList(), node);
    }

    private static void caseResult(CaseResult result, ObjectNode node) {
        node.put("id", result.id());
        node.put("requirement", result.requirement());
        node.put("outcome", result.outcome().word());
        texts("about", result.about(), node);
        node.put("known", result.known());
        optional("reason", result.reason(), node);
        optional("expected", result.expected(), node);
        optional("observed", result.observed(), node);
        optional("recurrence", result.recurrence().map(Object::toString), node);
        var exchanges = node.putArray("exchanges");
        result.exchanges().forEach(exchanges::add);
        node.put("durationMs", result.duration().toMillis());
    }

    private static void counts(List<RequirementResult> results, ObjectNode node) {
        for (Level level : Level.values()) {
            ObjectNode counts = node.putObject(level.name());
            for (Outcome outcome : Outcome.values()) {
                counts.put(outcome.word(), Findings.count(results, level, outcome));
            }
        }
    }

    private static void changes(Changes changes, ObjectNode node) {
        node.put("baseline", changes.baseline());
        texts("fixed", changes.fixed(), node);
        texts("broken", changes.broken(), node);
        texts("new", changes.added(), node);
        texts("removed", changes.removed(), node);
    }

    private static void optional(String name, Optional<String> value, ObjectNode node) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }

    private static void texts(String name, List<String> values, ObjectNode node) {
        var array = node.putArray(name);
        values.forEach(array::add);
    }
}
