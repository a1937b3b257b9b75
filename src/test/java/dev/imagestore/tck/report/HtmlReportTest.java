package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.repro.Evidence;
import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Report;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void theVerdictComesFirstAndFailuresBeforeTheRequirements() {
        String page = page(SampleReport.bad(), RunEvidence.NONE);

        assertThat(page.indexOf("NOT conformant to <code>documented</code>: "))
                .isPositive()
                .isLessThan(page.indexOf("Outcomes by level"));
        assertThat(page.indexOf("id=\"failure-COM-04\"")).isLessThan(page.indexOf("id=\"failure-DEL-06\""));
        assertThat(page.indexOf("id=\"failure-DEL-06\"")).isLessThan(page.indexOf("<h2 id=\"requirements\""));
        assertThat(page).contains("explained by <a href=\"#failure-COM-04\">");
        assertThat(page).contains("The run did not complete");
    }

    @Test
    void aChangeLeadsToItsRequirementIfThatIsThere() {
        assertThat(page(SampleReport.changed(), RunEvidence.NONE))
                .contains("the run of yesterday")
                .contains("broken</span> <a href=\"#COM-04\">COM-04/gap</a>")
                .contains("removed</span> OLD-01/x");
    }

    @Test
    void whatRemainedOpenIsToldByReason() {
        assertThat(page(SampleReport.bad(), RunEvidence.NONE))
                .contains(
                        "<td>3</td><td class=\"text\">no clock</td><td class=\"text ids\"><a href=\"#EXP-01\">EXP-01</a> "
                                + "<a href=\"#EXP-02\">EXP-02</a>")
                .contains("the oracle did not answer");
        assertThat(page(SampleReport.good(), RunEvidence.NONE)).doesNotContain("What remained open");
    }

    @Test
    void everyRequirementAndEveryCaseIsALinkTarget() {
        String page = page(SampleReport.bad(), RunEvidence.NONE);

        assertThat(page).contains("id=\"CR-07\" data-level=\"MUST\" data-outcomes=\"passed\"");
        assertThat(page)
                .contains("<li id=\"COM-04--gap-2\">")
                .contains("id=\"LST-01\" data-level=\"SHOULD\" data-outcomes=\"warned\"");
    }

    @Test
    void oneTableTellsWhatIsClaimedProbedAndTested() {
        RunEvidence evidence = new RunEvidence(List.of(), Map.of("commit", new RunEvidence.Use(5, 4)));

        assertThat(List.of(page(SampleReport.bad(), evidence).split("<h2 id=\"operations-title\">")))
                .hasSize(2)
                .last()
                .asString()
                .contains("<th scope=\"row\">commit</th><td class=\"text\">yes</td><td class=\"text\">absent</td>"
                        + "<td>3</td><td>5</td><td>4</td>");
    }

    @Test
    void aConformantRunSaysThatNothingFailed() {
        assertThat(page(SampleReport.good(), RunEvidence.NONE)).contains("No requirement failed.");
    }

    @Test
    void whatATargetAnsweredIsText() {
        String page = page(SampleReport.hostile(Hostile.TEXT), hostileEvidence("CR-07/hostile", Hostile.TEXT));

        assertThat(page.split("<script", -1)).as("our own alone").hasSize(2);
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(Hostile.acts(page)).isFalse();
    }

    @Test
    void thePageLoadsNothing() {
        String page = page(SampleReport.bad(), RunEvidence.NONE);

        assertThat(page).contains("default-src 'none'");
        assertThat(page).doesNotContainPattern("(src|href)=\"https?:");
    }

    @Test
    void theSessionIsDrawnAlongItsFile() {
        Evidence.Bar bar = new Evidence.Bar(
                "s",
                100,
                List.of(new Evidence.Interval(0, 500, "0-49")),
                Optional.of(List.of(new Evidence.Interval(500, 500, "50-99"))),
                List.of());
        RunEvidence evidence = new RunEvidence(
                List.of(new Evidence("COM-04/gap", "COM-04--gap", List.of(), 0, List.of(bar))), Map.of());

        assertThat(page(SampleReport.bad(), evidence))
                .contains("aria-label=\"received 0-49\"")
                .contains("aria-label=\"missing, says the target 50-99\"")
                .contains("<span class=\"name\">wrong</span><span class=\"ranges\">none</span>")
                .contains("<rect class=\"missing\" x=\"500.00\"")
                .contains("repro/COM-04--gap/run.sh");
    }

    @Test
    void aReportOfManyCasesStaysSmall() {
        String page = page(SampleReport.large(4500, 500), RunEvidence.NONE);

        assertThat(page.length()).isLessThan(2_000_000);
        assertThat(page).contains("and 496 more cases");
    }

    @Test
    void evidenceTakesNoMoreRoomThanThereIs() {
        Report report = SampleReport.large(4500, 500);
        List<Evidence.Interval> pieces = Collections.nCopies(200, new Evidence.Interval(1, 2, "1000-2000"));
        Evidence.Bar bar = new Evidence.Bar("s", 100, pieces, Optional.of(pieces), pieces);
        Evidence.Field field = new Evidence.Field("X-Field", "x".repeat(5000), false);
        Evidence.Step step = new Evidence.Step(
                1,
                0,
                1,
                "PUT",
                "/a".repeat(5000),
                List.of(field, field),
                "b",
                "200",
                List.of(field),
                "{}",
                true,
                "curl ".repeat(999));
        RunEvidence evidence = new RunEvidence(
                report.cases().stream()
                        .map(c -> new Evidence(
                                c.id(), "f", Collections.nCopies(12, step), 0, Collections.nCopies(4, bar)))
                        .toList(),
                Map.of());

        String page = page(report, evidence);

        assertThat(page.length()).isLessThan(2_000_000);
        assertThat(page).as("some room was used").contains("<ol class=\"timeline\"");
    }

    private static RunEvidence hostileEvidence(String caseId, String text) {
        Evidence.Field field = new Evidence.Field(text, text, true);
        Evidence.Step step =
                new Evidence.Step(1, 0, 1, "PUT", text, List.of(field), text, text, List.of(field), text, true, text);
        return new RunEvidence(
                List.of(new Evidence(caseId, "folder", List.of(step), 3, List.of())),
                Map.of("upload-chunk", new RunEvidence.Use(3, 2)));
    }

    private static String page(Report report, RunEvidence evidence) {
        return HtmlReport.of(report, evidence, List.of("junit.xml"));
    }
}
