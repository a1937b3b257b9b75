package dev.imagestore.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.imagestore.tck.cli.VerifyCommand;
import dev.imagestore.tck.conformance.Footprint;
import dev.imagestore.tck.conformance.Progress;
import dev.imagestore.tck.report.TextReport;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What {@code mvn verify} runs: the suite as users run it, each case shown as a test under its requirement. */
class ConformanceIT {

    @TestFactory
    Stream<DynamicNode> conformance() {
        TckOptions options = VerifyCommand.parse(arguments(System.getProperties()));
        Report report = Tck.run(options, new Announcing());
        TextReport.write(report, options.reports().toAbsolutePath().normalize(), System.out);
        List<DynamicNode> nodes = new ArrayList<>();
        report.requirements().forEach(r -> nodes.add(container(r)));
        int exitCode = report.verdict().exitCode();
        nodes.add(dynamicTest("verdict", () -> assertEquals(0, exitCode, report.verdict()::sentence)));
        return nodes.stream();
    }

    private static DynamicNode container(RequirementResult result) {
        return dynamicContainer(
                result.id() + " " + result.requirement().text(),
                result.cases().stream().map(ConformanceIT::test));
    }

    private static DynamicTest test(CaseResult result) {
        return dynamicTest(result.id(), () -> {
            if (result.outcome() == Outcome.PASSED) {
                return;
            }
            String reason = result.outcome().word() + ": " + result.reason().orElse("")
                    + result.expected().map(e -> "expected " + e).orElse("")
                    + result.observed().map(o -> ", observed " + o).orElse("");
            if (result.outcome() == Outcome.FAILED && !result.known()) {
                throw new AssertionFailedError(
                        reason, result.expected().orElse(""), result.observed().orElse(""));
            }
            throw new TestAbortedException(reason);
        });
    }

    /** {@code -Dtarget=URL} and {@code -Dtck.NAME=value} as the command line has them. */
    static String[] arguments(Properties properties) {
        List<String> arguments = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(key);
            String option = key.equals("target") ? "--target" : key.startsWith("tck.") ? "--" + key.substring(4) : "";
            if (option.isEmpty() || value.equals("false")) {
                continue;
            }
            arguments.add(value.isEmpty() || value.equals("true") ? option : option + "=" + value);
        }
        return arguments.toArray(String[]::new);
    }

    /** The one line that a host reads before anything is written to it. */
    private static final class Announcing implements Progress {
        @Override
        public void begins(Footprint footprint, int cases) {
            System.err.println(cases + " cases; " + footprint);
        }

        @Override
        public void finished(CaseResult result) {
            // the tests tell
        }

        @Override
        public void told(String line) {
            System.err.println(line);
        }
    }
}
