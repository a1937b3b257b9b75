package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code report.earl.jsonld}: an assertion a case, in the Evaluation and Report Language of the W3C. It has five words for
 * our seven: a SHOULD that was not followed has failed, and what could not be decided cannot be told.
 */
final class EarlReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private EarlReport() {}

    static String of(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("@context")
                .put("earl", "http://www.w3.org/ns/earl#")
                .put("dcterms", "http://purl.org/dc/terms/")
                .put("doap", "http://usefulinc.com/ns/doap#");
        ArrayNode graph = root.putArray("@graph");
        graph.addObject()
                .put("@id", "_:suite")
                .put("@type", "earl:Software")
                .put("dcterms:title", "imagestore-tck")
                .put("doap:revision", report.suite().version());
        graph.addObject()
                .put("@id", "_:target")
                .put("@type", "earl:TestSubject")
                .put("dcterms:description", report.target().url())
                .put("dcterms:conformsTo", report.target().profile());
        report.cases().forEach(c -> assertion(report, c, graph.addObject()));
        return Printable.json(JSON.writeValueAsString(root).replace("\r\n", "\n")) + "\n";
    }

    private static void assertion(Report report, CaseResult result, ObjectNode node) {
        node.put("@type", "earl:Assertion");
        node.putObject("earl:assertedBy").put("@id", "_:suite");
        node.putObject("earl:subject").put("@id", "_:target");
        node.putObject("earl:mode").put("@id", "earl:automatic");
        node.putObject("earl:test")
                .put("@id", "urn:imagestore-tck:" + result.id())
                .put("@type", "earl:TestCase")
                .put("dcterms:title", result.id())
                .putObject("dcterms:isPartOf")
                .put("@id", "urn:imagestore-tck:" + result.requirement());
        ObjectNode outcome = node.putObject("earl:result");
        outcome.put("@type", "earl:TestResult");
        outcome.putObject("earl:outcome").put("@id", "earl:" + word(result.outcome()));
        outcome.put("dcterms:date", report.run().finished().toString());
        String summary = Findings.summary(result);
        String own = result.outcome().word() + (result.known() ? ", known" : "");
        outcome.put("earl:info", summary.isEmpty() ? own : own + ": " + summary);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED, WARNED -> "failed";
            case UNTESTED -> "untested";
            case INAPPLICABLE -> "inapplicable";
            case INCONCLUSIVE, ERROR -> "cantTell";
        };
    }
}
