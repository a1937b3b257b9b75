package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports side by side and over time. */
class PastReportsTest {

    private static final String CASE = "CR-07/first";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void disagreementsComeFirstAndWhatSomeLackIsListed() throws IOException {
        PastReport good = PastReport.read(report("good.json", 1, "passed"));
        PastReport bad = PastReport.read(Files.writeString(
                folder.resolve("bad.json"),
                JsonReport.of(SampleReport.bad())
                        .replaceFirst("\"outcome\" : \"passed\"", "\"outcome\" : \"failed\"")));

        Comparison comparison = new Comparison(List.of(good, bad));
        comparison.write(folder.resolve("out"));

        JsonNode diff = new JsonMapper().readTree(Files.readString(folder.resolve("out/diff.json")));
        assertThat(comparison.disagreements(PastReport::requirements)).containsExactly("CR-07");
        assertThat(comparison.notInAll(PastReport::requirements))
                .contains("COM-04")
                .doesNotContain("CR-07");
        assertThat(diff.at("/requirements/disagreements/0/outcomes").toString()).isEqualTo("[\"passed\",\"failed\"]");
        assertThat(folder.resolve("out/compare.html"))
                .content()
                .contains("They disagree")
                .contains("absent");
    }

    @Test
    void reportsOfOtherVersionsAreComparedWhereIdsMatch() throws IOException {
        PastReport now = PastReport.read(report("now.json", 1, "passed"));
        PastReport then = PastReport.read(Files.writeString(
                folder.resolve("then.json"),
                Files.readString(report("then.json", 2, "failed"))
                        .replace("\"version\" : \"0.1.0\"", "\"version\" : \"0.0.9\"")
                        .replace("CR-07/second", "CR-07/older")));

        Comparison comparison = new Comparison(List.of(now, then));
        comparison.write(folder.resolve("out"));

        assertThat(comparison.disagreements(PastReport::cases)).containsExactly(CASE);
        assertThat(comparison.notInAll(PastReport::cases)).containsExactlyInAnyOrder("CR-07/second", "CR-07/older");
        assertThat(folder.resolve("out/compare.html")).content().contains("of different versions of the suite");
    }

    @Test
    void aReportThatWasCutOffIsCalledIncomplete() throws IOException {
        Path whole = report("cut.json", 1, "passed");
        Files.writeString(whole, Files.readString(whole).substring(0, 2000));

        assertThatThrownBy(() -> PastReport.read(whole))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut.json is incomplete");
    }

    @Test
    void aRegressionHasItsFirstNight() throws IOException {
        nights("passed", "passed", "failed", "failed");

        History history = History.read(folder, Instant.MIN);

        assertThat(history.regressions())
                .containsExactly(new History.Failure(CASE, Instant.parse("2026-01-03T00:00:00Z"), Optional.empty()));
        assertThat(history.repairs()).isEmpty();
        assertThat(history.flaky()).isEmpty();
    }

    @Test
    void whatGoesBackAndForthIsFlakyAndNoRegression() throws IOException {
        nights("passed", "failed", "passed", "failed");

        History history = History.read(folder, Instant.MIN);

        assertThat(history.flaky()).containsExactly(CASE);
        assertThat(history.regressions()).isEmpty();
    }

    @Test
    void whatIsRepairedIsNeitherARegressionNorFlaky() throws IOException {
        nights("passed", "failed", "failed", "passed", "passed");

        History history = History.read(folder, Instant.MIN);
        history.write(folder.resolve("history.html"));

        assertThat(history.repairs())
                .containsExactly(new History.Failure(
                        CASE,
                        Instant.parse("2026-01-02T00:00:00Z"),
                        Optional.of(Instant.parse("2026-01-04T00:00:00Z"))));
        assertThat(history.regressions()).isEmpty();
        assertThat(history.flaky()).isEmpty();
        assertThat(folder.resolve("history.html"))
                .content()
                .contains("What was repaired", "2026-01-02T00:00:00Z", "2026-01-04T00:00:00Z");
    }

    @Test
    void whatBreaksAgainFailsSinceThen() throws IOException {
        nights("failed", "passed", "failed");

        assertThat(History.read(folder, Instant.MIN).regressions())
                .extracting(History.Failure::since)
                .containsExactly(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void whatPassedWhenItWasRunAgainIsFlaky() throws IOException {
        nights("passed", "failed");
        Path last = folder.resolve("night-2.json");
        Files.writeString(
                last,
                Files.readString(last)
                        .replaceFirst(
                                "(?s)(\"id\" : \"CR-07/first\".*?\"recurrence\" : )null", "$1\"intermittent 2 of 4\""));

        History history = History.read(folder, Instant.MIN);

        assertThat(history.flaky()).containsExactly(CASE);
        assertThat(history.regressions()).isEmpty();
    }

    @Test
    void whatWasAlwaysBrokenIsNoRegression() throws IOException {
        nights("failed", "failed");

        assertThat(History.read(folder, Instant.MIN).regressions()).isEmpty();
    }

    @Test
    void foreignFilesAreSkippedByNameAndNeverDeleted() throws IOException {
        nights("passed");
        Path foreign = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
        Files.writeString(folder.resolve("cut.json"), "{\"suite\":");

        History history = History.read(folder, Instant.parse("2027-01-01T00:00:00Z"));
        history.write(folder.resolve("history.html"));

        assertThat(history.skipped())
                .containsOnlyKeys("other.json", "cut.json")
                .hasEntrySatisfying("other.json", why -> assertThat(why).isEqualTo("is no report of the suite"))
                .hasEntrySatisfying("cut.json", why -> assertThat(why).startsWith("is incomplete"));
        assertThat(history.nights()).isZero();
        assertThat(foreign).exists();
        assertThat(folder.resolve("night-1.json")).doesNotExist();
        assertThat(folder.resolve("history.html")).content().contains("other.json");
    }

    @Test
    void aRunThatDidNotEndIsIncompleteAndNotConformant() throws IOException {
        String text = Files.readString(report("night-1.json", 1, "passed"));
        Files.writeString(folder.resolve("night-1.json"), text.replace("\"complete\" : true", "\"complete\" : false"));

        History.read(folder, Instant.MIN).write(folder.resolve("history.html"));

        assertThat(folder.resolve("history.html"))
                .content()
                .contains("<span class=\"word incomplete\">")
                .contains("the last one incomplete")
                .doesNotContain("<span class=\"word conformant\">");
    }

    @Test
    void aForeignFileIsNoReport() throws IOException {
        Path foreign = Files.writeString(folder.resolve("x.json"), "{}");

        assertThatThrownBy(() -> PastReport.read(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.json");
    }

    private void nights(String... outcomes) throws IOException {
        for (int i = 0; i < outcomes.length; i++) {
            report("night-" + (i + 1) + ".json", i + 1, outcomes[i]);
        }
    }

    /** A good report whose first case came out so. */
    private Path report(String name, int day, String outcome) throws IOException {
        String text = JsonReport.of(SampleReport.good())
                .replace("\"started\" : \"2026-01-01", "\"started\" : \"2026-01-0" + day)
                .replaceFirst("(?s)(\"id\" : \"CR-07/first\".*?\"outcome\" : )\"passed\"", "$1\"" + outcome + "\"");
        return Files.writeString(folder.resolve(name), text);
    }
}
