package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayHtmlTest {

    @Test
    void theVerdictComesFirstAndDifferencesBeforeFigures() {
        String page = page(SampleReplay.bad());

        assertThat(page.indexOf("<h1>different: there are 4 differences</h1>"))
                .isPositive()
                .isLessThan(page.indexOf("<h2 id=\"differences\""));
        assertThat(page.indexOf("id=\"QRY-06\""))
                .as("two of them, so it leads")
                .isBetween(page.indexOf("<h2 id=\"differences\""), page.indexOf("id=\"COM-04\""));
        assertThat(page.indexOf("id=\"COM-04\"")).isLessThan(page.indexOf("<h2 id=\"latency\""));
    }

    @Test
    void whatTheRequirementSaysStandsBesideItsId() {
        assertThat(page(SampleReplay.bad()))
                .contains("<a href=\"#COM-04\">COM-04</a> All bytes have to be there <span")
                .contains("<td class=\"text\">shifted 0-249 from 500, ");
    }

    @Test
    void aDamagedFileIsDrawnByKind() {
        assertThat(page(SampleReplay.bad()))
                .contains("aria-label=\"identical 250-499, 750-999\"")
                .contains("aria-label=\"shifted 0-249 from 500\"")
                .contains("aria-label=\"doubled 500-749 from 0\"")
                .contains("<rect class=\"doubled\" x=\"500.00\" y=\"0\" width=\"250.00\"")
                .doesNotContain("aria-label=\"surplus");
    }

    @Test
    void lagAndLatencyAreDrawnAndTold() {
        assertThat(page(SampleReplay.good()))
                .contains("None was seen.")
                .contains("from second 0.64: 40 sends, at most 25 ms late")
                .contains("<th scope=\"row\">to 1.00 ms</th>")
                .contains("<dt>score</dt><dd>0.980</dd>");
    }

    @Test
    void whatATargetAnsweredIsText() {
        String page = page(SampleReplay.hostile(Hostile.TEXT));

        assertThat(page.split("<script", -1)).as("our own alone").hasSize(2);
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").contains("default-src 'none'");
        assertThat(Hostile.acts(page)).isFalse();
    }

    @Test
    void manyDifferencesAreCounted() {
        String page = page(SampleReplay.large(1000));

        assertThat(page.length()).isLessThan(500_000);
        assertThat(page.split("<h4>", -1)).hasSize(401);
        assertThat(page).contains("and 20 more, of which 20 are in replay-report.json");
    }

    private static String page(ReplayReport report) {
        return ReplayHtml.of(report, List.of("replay-report.json"), Map.of("COM-04", "All bytes have to be there"));
    }
}
