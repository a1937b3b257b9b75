package dev.imagestore.tck.report;

import static dev.imagestore.tck.verdict.Results.because;
import static dev.imagestore.tck.verdict.Results.evidence;
import static dev.imagestore.tck.verdict.Results.failed;
import static dev.imagestore.tck.verdict.Results.known;
import static dev.imagestore.tck.verdict.Results.must;
import static dev.imagestore.tck.verdict.Results.passed;
import static dev.imagestore.tck.verdict.Results.result;
import static dev.imagestore.tck.verdict.Results.should;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Circumstances;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Judge;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Requirement;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Run;
import dev.imagestore.tck.verdict.Suite;
import dev.imagestore.tck.verdict.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports on runs that went well, went badly and met a hostile target. */
final class SampleReport {

    private static final List<Requirement> CATALOGUE = List.of(
            must("CR-07"),
            must("CR-08"),
            must("COM-04"),
            must("DEL-06", "COM-04"),
            should("LST-01"),
            must("EXP-01"),
            must("EXP-02"),
            must("SEC-01"),
            must("SEC-02"),
            must("SEC-03"));

    private SampleReport() {}

    static Report good() {
        return report(List.of(passed("CR-07/first"), passed("CR-07/second")), List.of(), true);
    }

    /** Every outcome at least once, and a claim that the target does not keep. */
    static Report bad() {
        return report(
                List.of(
                        passed("CR-07/first"),
                        known(failed("CR-08/announced")),
                        evidence("400", "200", List.of(3L, 4L), failed("COM-04/gap")),
                        failed("COM-04/gap-2"),
                        failed("COM-04/gap-3"),
                        failed("COM-04/gap-4"),
                        failed("COM-04/gap-5"),
                        failed("DEL-06/after-commit"),
                        because("no trailing slash", result("LST-01/slash", Outcome.WARNED)),
                        because("no clock", result("EXP-01/late", Outcome.UNTESTED)),
                        because("no clock", result("EXP-01/later", Outcome.UNTESTED)),
                        because("no clock", result("EXP-02/late", Outcome.UNTESTED)),
                        because("the oracle did not answer", result("SEC-01/oracle", Outcome.ERROR)),
                        because("no session could be opened", result("SEC-02/session", Outcome.INCONCLUSIVE)),
                        because("not claimed", result("SEC-03/copy", Outcome.INAPPLICABLE))),
                List.of("tck-r1/stuck"),
                false,
                "absent");
    }

    /** Since an earlier run one case broke, and one is gone with its requirement. */
    static Report changed() {
        Report bad = bad();
        return new Report(
                bad.suite(),
                bad.run(),
                bad.target(),
                bad.verdict(),
                bad.circumstances(),
                bad.requirements(),
                bad.catalogued(),
                Optional.of(new Changes(
                        "the run of yesterday", List.of(), List.of("COM-04/gap"), List.of(), List.of("OLD-01/x"))),
                bad.leftBehind());
    }

    /** Many cases of one requirement, of which some failed. */
    static Report large(int passed, int failed) {
        List<CaseResult> cases = new ArrayList<>();
        for (int i = 0; i < passed; i++) {
            cases.add(passed("CR-07/one-of-many-cases-with-a-name-of-ordinary-length-" + i));
        }
        for (int i = 0; i < failed; i++) {
            cases.add(evidence(
                    "the file of 1000 bytes under tck-f884002f/chk-03/in-reverse/0/file.bin",
                    "1000 bytes, 986 of them wrong, the first at position 0; the commit was answered 200",
                    List.of(3L, 4L),
                    failed("COM-04/one-of-many-cases-with-a-name-of-ordinary-length-" + i)));
        }
        return report(cases, List.of(), true);
    }

    /** A failed case that observed the text, and a file left behind that is called so. */
    static Report hostile(String text) {
        return report(
                List.of(
                        evidence("400", text, List.of(1L), because(text, failed("CR-07/hostile"))),
                        because(text, result("LST-01/hostile", Outcome.WARNED)),
                        because(text, result("EXP-01/hostile", Outcome.UNTESTED)),
                        because(text, result("SEC-01/hostile", Outcome.ERROR))),
                List.of(text),
                true);
    }

    private static Report report(List<CaseResult> cases, List<String> leftBehind, boolean complete) {
        return report(cases, leftBehind, complete, "answered");
    }

    private static Report report(
            List<CaseResult> cases, List<String> leftBehind, boolean complete, String probedCommit) {
        List<RequirementResult> results = Judge.requirements(CATALOGUE, cases);
        Circumstances circumstances = new Circumstances(
                "documented", 231, ContentObserved.BYTES, Optional.empty(), Optional.empty(), false, false);
        return new Report(
                new Suite("0.1.0", "unknown", "0123456789abcdef".repeat(4)),
                new Run(
                        "r1",
                        42,
                        "1/1",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:00:01.500Z"),
                        complete),
                new Target(
                        "http://localhost:19080",
                        List.of("upload-chunk", "commit"),
                        "documented",
                        List.of(
                                new OperationStanding("upload-chunk", true, "answered", 12),
                                new OperationStanding("commit", true, probedCommit, 3))),
                Judge.verdict(results, circumstances),
                circumstances,
                results,
                231,
                leftBehind);
    }
}
