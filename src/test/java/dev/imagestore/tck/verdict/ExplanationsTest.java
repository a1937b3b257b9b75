package dev.imagestore.tck.verdict;

import static dev.imagestore.tck.verdict.Results.about;
import static dev.imagestore.tck.verdict.Results.failed;
import static dev.imagestore.tck.verdict.Results.known;
import static dev.imagestore.tck.verdict.Results.must;
import static dev.imagestore.tck.verdict.Results.passed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void aFailureIsExplainedByWhatItsCheckIsAbout() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01"), must("COM-04")),
                List.of(about("COM-04", failed("CR-01/a")), failed("COM-04/a")));

        assertThat(explanations(results)).containsExactly(Map.entry("CR-01", "COM-04"));
        assertThat(blamed(results)).containsExactly("COM-04");
    }

    @Test
    void aFailureStaysBlamedWhenOneOfItsCasesIsUnexplained() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01"), must("COM-04")),
                List.of(about("COM-04", failed("CR-01/a")), failed("CR-01/b"), failed("COM-04/a")));

        assertThat(explanations(results)).isEmpty();
        assertThat(blamed(results)).containsExactly("CR-01", "COM-04");
    }

    @Test
    void whatPassedExplainsNothing() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01", "COM-04"), must("COM-04")),
                List.of(about("COM-04", failed("CR-01/a")), passed("COM-04/a")));

        assertThat(blamed(results)).containsExactly("CR-01");
    }

    @Test
    void whatIsUnknownExplainsNothing() {
        List<RequirementResult> results =
                Judge.requirements(List.of(must("CR-01", "XX-99")), List.of(about("XX-98", failed("CR-01/a"))));

        assertThat(blamed(results)).containsExactly("CR-01");
    }

    @Test
    void oneDefectIsBlamedOnce() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("SID-02"), must("QRY-13", "SID-02"), must("COM-07", "SID-02"), must("DEL-07", "SID-02")),
                List.of(failed("SID-02/a"), failed("QRY-13/a"), failed("COM-07/a"), failed("DEL-07/a")));

        assertThat(explanations(results).values()).containsOnly("SID-02").hasSize(3);
        assertThat(blamed(results)).containsExactly("SID-02");
    }

    @Test
    void aChainOfCausesLeadsToItsRoot() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("DEL-06", "COM-11"), must("COM-11", "COM-06"), must("COM-06")),
                List.of(failed("DEL-06/a"), failed("COM-11/a"), failed("COM-06/a")));

        assertThat(explanations(results)).containsExactly(Map.entry("DEL-06", "COM-06"), Map.entry("COM-11", "COM-06"));
    }

    @Test
    void aChainOfCausesGoesThroughOneThatDidNotFail() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("DEL-06", "COM-11"), must("COM-11", "COM-06"), must("COM-06")),
                List.of(failed("DEL-06/a"), passed("COM-11/a"), failed("COM-06/a")));

        assertThat(explanations(results)).containsExactly(Map.entry("DEL-06", "COM-06"));
    }

    @Test
    void anUnrelatedFailureStaysBlamed() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CHK-05"), must("CHK-07", "CHK-05"), must("LST-01")),
                List.of(failed("CHK-05/a"), failed("CHK-07/a"), failed("LST-01/a")));

        assertThat(blamed(results)).containsExactly("CHK-05", "LST-01");
    }

    @Test
    void whatAccountsForMostIsBlamedFirst() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("LST-01"), must("CHK-05"), must("CHK-07", "CHK-05"), must("CHK-08", "CHK-07")),
                List.of(failed("LST-01/a"), failed("CHK-05/a"), failed("CHK-07/a"), failed("CHK-08/a")));

        assertThat(blamed(results)).containsExactly("CHK-05", "LST-01");
    }

    @Test
    void ofTwoThatExplainEachOtherTheFirstIsBlamed() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01", "CR-02"), must("CR-02", "CR-01")), List.of(failed("CR-01/a"), failed("CR-02/a")));

        assertThat(explanations(results)).containsExactly(Map.entry("CR-02", "CR-01"));
        assertThat(blamed(results)).containsExactly("CR-01");
    }

    @Test
    void ofTwoThatAreAboutEachOtherTheFirstIsBlamed() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01"), must("CR-02")),
                List.of(about("CR-02", failed("CR-01/a")), about("CR-01", failed("CR-02/a"))));

        assertThat(blamed(results)).containsExactly("CR-01");
    }

    @Test
    void aFailureThatACycleExplainsIsNotBlamedInItsPlace() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01", "CR-02"), must("CR-02", "CR-03"), must("CR-03", "CR-02")),
                List.of(failed("CR-01/a"), failed("CR-02/a"), failed("CR-03/a")));

        assertThat(explanations(results)).containsExactly(Map.entry("CR-01", "CR-02"), Map.entry("CR-03", "CR-02"));
    }

    @Test
    void aCauseOutsideTheCycleTakesTheBlame() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01", "CR-02"), must("CR-02", "CR-01", "CR-03"), must("CR-03")),
                List.of(failed("CR-01/a"), failed("CR-02/a"), failed("CR-03/a")));

        assertThat(blamed(results)).containsExactly("CR-03");
    }

    @Test
    void nothingExplainsItself() {
        List<RequirementResult> results =
                Judge.requirements(List.of(must("CR-01", "CR-01")), List.of(about("CR-01", failed("CR-01/a"))));

        assertThat(blamed(results)).containsExactly("CR-01");
    }

    @Test
    void anAnnouncedFailureDoesNotTakeTheBlameForANewOne() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01"), must("CR-02", "CR-01")), List.of(known(failed("CR-01/a")), failed("CR-02/a")));

        assertThat(blamed(results)).containsExactly("CR-02");
    }

    @Test
    void anAnnouncedFailureMayBeExplainedByAnyOther() {
        List<RequirementResult> results = Judge.requirements(
                List.of(must("CR-01"), must("CR-02", "CR-01"), must("CR-03", "CR-04"), must("CR-04")),
                List.of(
                        failed("CR-01/a"),
                        known(failed("CR-02/a")),
                        known(failed("CR-03/a")),
                        known(failed("CR-04/a"))));

        assertThat(explanations(results)).containsExactly(Map.entry("CR-02", "CR-01"), Map.entry("CR-03", "CR-04"));
    }

    private static Map<String, String> explanations(List<RequirementResult> results) {
        Map<String, String> explanations = new LinkedHashMap<>();
        results.forEach(r -> r.explainedBy().ifPresent(by -> explanations.put(r.id(), by)));
        return explanations;
    }

    private static List<String> blamed(List<RequirementResult> results) {
        return Judge.verdict(
                        results,
                        new Circumstances(
                                "documented",
                                231,
                                ContentObserved.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false))
                .blamed();
    }
}
