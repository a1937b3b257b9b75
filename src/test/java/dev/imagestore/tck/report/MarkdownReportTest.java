package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void theVerdictIsTheHeading() {
        assertThat(MarkdownReport.of(SampleReport.good()))
                .startsWith(
                        "# conformant to &#96;documented&#96;: 1 of 231 requirements judged; stored bytes observed\n");
    }

    @Test
    void aGoodRunHasNothingToComplainOf() {
        assertThat(MarkdownReport.of(SampleReport.good()).lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## Outcomes", "## Operations");
    }

    @Test
    void theWorstComesFirst() {
        assertThat(MarkdownReport.of(SampleReport.bad()).lines().filter(line -> line.startsWith("##")))
                .containsExactly(
                        "## Outcomes",
                        "## Operations",
                        "## Failures",
                        "### COM-04 Text of COM-04",
                        "### CR-08 Text of CR-08 (known)",
                        "## Also failed, explained by another failure",
                        "## In error",
                        "## Inconclusive",
                        "## Warnings",
                        "## Untested",
                        "## Left behind on the target");
    }

    @Test
    void eachFindingIsALine() {
        assertThat(MarkdownReport.of(SampleReport.bad()).lines())
                .contains(
                        "**The run did not complete: not every selected case came to an outcome.**",
                        "| Target | http://localhost:19080 |",
                        "| Seed | 42 |",
                        "| MUST | 1 | 3 | 1 | 0 | 2 | 1 | 1 |",
                        "| commit | yes | absent | 3 |",
                        "- **COM-04/gap**",
                        "  - expected: 400",
                        "  - observed: 200",
                        "  - exchanges: 3, 4 in exchanges/traffic.jsonl",
                        "- DEL-06 Text of DEL-06 (explained by COM-04)",
                        "- **SEC-01/oracle**: the oracle did not answer",
                        "- **LST-01/slash**: no trailing slash",
                        "- 3 cases: no clock (EXP-01, EXP-02)",
                        "- tck-r1/stuck");
    }

    @Test
    void hostileTextMakesNoStructure() {
        String harmless = MarkdownReport.of(SampleReport.hostile("x"));

        String summary = MarkdownReport.of(SampleReport.hostile(Hostile.TEXT));

        assertThat(Hostile.acts(summary)).isFalse();
        assertThat(summary).doesNotContain("<", ">", "`").contains("\\\\u001b\\[2J", "&#60;script&#62;");
        assertThat(summary.lines().count()).isEqualTo(harmless.lines().count());
        assertThat(summary.chars().filter(c -> c == '|').count())
                .isEqualTo(harmless.chars().filter(c -> c == '|').count());
    }

    @Test
    void endlessTextIsCut() {
        assertThat(MarkdownReport.of(SampleReport.hostile("y".repeat(100_000))).length())
                .isLessThan(10_000);
    }
}
