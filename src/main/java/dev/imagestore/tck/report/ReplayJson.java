package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code replay-report.json}: the whole report of a replay, as {@code replay-report.schema.json} has it. */
final class ReplayJson {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private ReplayJson() {}

    static String of(ReplayReport report) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return Printable.json(MAPPER.writer().with(printer).writeValueAsString(tree(report))) + "\n";
    }

    private static ObjectNode tree(ReplayReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", JsonReport.SCHEMA_VERSION);
        root.putObject("suite").put("name", "imagestore-tck").put("version", report.suiteVersion());
        run(report.run(), root.putObject("run"));
        root.putObject("verdict")
                .put("status", report.verdict().status().word())
                .put("exitCode", report.verdict().exitCode())
                .put("reason", report.verdict().reason());
        root.putObject("counts")
                .put("recorded", report.counts().recorded())
                .put("sent", report.counts().sent())
                .put("compared", report.counts().compared())
                .put("raced", report.counts().raced())
                .put("damaged", report.counts().damaged());
        root.put("differencesInAll", report.differencesInAll());
        var differences = root.putArray("differences");
        report.differences().forEach(d -> difference(d, differences.addObject()));
        ObjectNode byRequirement = root.putObject("byRequirement");
        new TreeMap<>(report.byRequirement()).forEach(byRequirement::put);
        var ignored = root.putArray("ignored");
        report.ignored()
                .forEach(i -> ignored.addObject()
                        .put("rule", i.rule())
                        .put("hidden", i.hidden())
                        .put("first", i.first()));
        content(report.content(), root.putObject("content"));
        spread(report.latency(), root.putObject("latency"));
        var latencies = root.putArray("latencies");
        report.latencies()
                .forEach(b -> latencies.addObject().put("upTo", b.upTo()).put("count", b.count()));
        throughput(report.throughput(), root.putObject("throughput"));
        fidelity(report.fidelity(), root.putObject("fidelity"));
        var warnings = root.putArray("warnings");
        report.warnings().forEach(warnings::add);
        return root;
    }

    private static void run(ReplayReport.Run run, ObjectNode node) {
        node.put("id", run.id());
        node.put("recording", run.recording());
        node.put("target", run.target());
        node.put("pace", run.pace());
        node.put("connections", run.connections());
        node.put("loops", run.loops());
        node.put("seed", run.seed());
        node.put("started", run.started().toString());
        node.put("finished", run.finished().toString());
    }

    private static void difference(Difference difference, ObjectNode node) {
        node.put("kind", difference.kind().word());
        node.put("requirement", difference.requirement());
        node.put("exchange", difference.exchange());
        node.put("loop", difference.loop());
        node.put("request", difference.request());
        node.put("expected", difference.expected());
        node.put("observed", difference.observed());
    }

    private static void content(ReplayReport.Content content, ObjectNode node) {
        node.put("observed", content.observed().word());
        node.put("identical", content.identical());
        node.put("different", content.different());
        node.put("notJudged", content.notJudged());
        var paths = node.putArray("paths");
        content.paths().forEach(p -> path(p, paths.addObject()));
    }

    private static void path(PathContent path, ObjectNode node) {
        node.put("path", path.path());
        node.put("loop", path.loop());
        node.put("verdict", path.state().word());
        number("expectedLength", path.expectedLength(), node);
        number("length", path.length(), node);
        node.put("reason", path.reason());
        var damage = node.putArray("damage");
        path.damage().forEach(d -> damage(d, damage.addObject()));
    }

    private static void damage(Damage damage, ObjectNode node) {
        node.put("kind", damage.kind().word());
        node.put("first", damage.first());
        node.put("last", damage.last());
        number("from", damage.from(), node);
    }

    private static void number(String name, OptionalLong value, ObjectNode node) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    private static void spread(ReplayReport.Spread spread, ObjectNode node) {
        node.put("unit", "microseconds");
        node.put("count", spread.count());
        node.put("mean", spread.mean());
        node.put("p50", spread.p50());
        node.put("p90", spread.p90());
        node.put("p99", spread.p99());
        node.put("p999", spread.p999());
        node.put("max", spread.max());
    }

    private static void throughput(ReplayReport.Throughput throughput, ObjectNode node) {
        node.put("seconds", throughput.seconds());
        node.put("exchangesPerSecond", throughput.exchangesPerSecond());
        node.put("bytes", throughput.bytes());
        node.put("bytesPerSecond", throughput.bytesPerSecond());
    }

    private static void fidelity(ReplayReport.Fidelity fidelity, ObjectNode node) {
        node.put("score", fidelity.score());
        node.put("enough", fidelity.enough());
        node.put("late", fidelity.late());
        node.put("inversions", fidelity.inversions());
        node.put("recordedConcurrency", fidelity.recordedConcurrency());
        node.put("achievedConcurrency", fidelity.achievedConcurrency());
        node.put("meanConcurrency", fidelity.meanConcurrency());
        spread(fidelity.lag(), node.putObject("lag"));
        var slots = node.putArray("lagOverTime");
        fidelity.lagOverTime()
                .forEach(s -> slots.addObject()
                        .put("fromSeconds", s.fromSeconds())
                        .put("count", s.count())
                        .put("mean", s.mean())
                        .put("max", s.max()));
    }
}
