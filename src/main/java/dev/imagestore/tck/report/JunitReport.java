package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: a test suite a requirement, for the CI systems that know no other format. They have three words for
 * our seven, so what was not judged or only advised is <em>skipped</em>; the outcome is among the properties.
 */
final class JunitReport {

    private final Report report;
    private final XMLStreamWriter xml;

    private JunitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot put the report into XML", e);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("testsuites");
        attribute("name", "imagestore-tck " + report.suite().version());
        totals(report.cases());
        for (RequirementResult result : report.requirements()) {
            suite(result);
        }
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void suite(RequirementResult result) throws XMLStreamException {
        open("testsuite");
        attribute("name", result.id() + " " + result.requirement().text());
        totals(result.cases());
        attribute("timestamp", report.run().started().toString());
        open("properties");
        property("level", result.requirement().level().name());
        property("outcome", result.outcome().word());
        property("profile", report.target().profile());
        close();
        for (CaseResult each : result.cases()) {
            testCase(result, each);
        }
        close();
    }

    private void totals(List<CaseResult> cases) throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(cases, Mark.FAILURE));
        attribute("errors", count(cases, Mark.ERROR));
        attribute("skipped", count(cases, Mark.SKIPPED));
        attribute("time", seconds(cases.stream().map(CaseResult::duration).reduce(Duration.ZERO, Duration::plus)));
    }

    private void testCase(RequirementResult requirement, CaseResult result) throws XMLStreamException {
        open("testcase");
        attribute("name", result.id());
        attribute("classname", classname(requirement));
        attribute("time", seconds(result.duration()));
        Mark mark = Mark.of(result.outcome());
        if (mark != Mark.NONE) {
            open(mark.name().toLowerCase(Locale.ROOT));
            attribute("message", message(result));
            if (mark != Mark.SKIPPED) {
                attribute("type", result.outcome().word());
                xml.writeCharacters(Printable.xml(evidence(requirement, result)));
            }
            xml.writeEndElement();
        }
        close();
    }

    /** Topic and requirement joined by dots, by which CI systems group. */
    private static String classname(RequirementResult requirement) {
        String topic = requirement.requirement().feature().replace('/', '.');
        return topic.isEmpty() ? requirement.id() : topic + "." + requirement.id();
    }

    private static String message(CaseResult result) {
        String summary = Findings.summary(result);
        String known = result.known() ? "known: " : "";
        return known + (summary.isEmpty() ? result.outcome().word() : summary);
    }

    private static String evidence(RequirementResult requirement, CaseResult result) {
        List<String> lines = new ArrayList<>();
        result.reason().ifPresent(reason -> lines.add("reason: " + reason));
        result.expected().ifPresent(expected -> lines.add("expected: " + expected));
        result.observed().ifPresent(observed -> lines.add("observed: " + observed));
        result.recurrence().ifPresent(recurrence -> lines.add("again: " + recurrence));
        if (result.outcome() == Outcome.FAILED) {
            requirement.explainedBy().ifPresent(id -> lines.add("explained by: " + id));
        }
        if (!result.exchanges().isEmpty()) {
            lines.add("exchanges: " + Findings.exchanges(result) + " in " + Findings.RECORDING);
        }
        return String.join("\n", lines);
    }

    private void property(String name, String value) throws XMLStreamException {
        open("property");
        attribute("name", name);
        attribute("value", value);
        xml.writeEndElement();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private static String count(List<CaseResult> cases, Mark mark) {
        return String.valueOf(
                cases.stream().filter(c -> Mark.of(c.outcome()) == mark).count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** The words of JUnit. */
    private enum Mark {
        NONE,
        FAILURE,
        ERROR,
        SKIPPED;

        static Mark of(Outcome outcome) {
            return switch (outcome) {
                case PASSED -> NONE;
                case FAILED -> FAILURE;
                case ERROR, INCONCLUSIVE -> ERROR;
                case WARNED, UNTESTED, INAPPLICABLE -> SKIPPED;
            };
        }
    }
}
