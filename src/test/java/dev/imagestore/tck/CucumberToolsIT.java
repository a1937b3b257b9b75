package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cucumber's own tools read the messages of a run and come to what the report says. */
class CucumberToolsIT {

    @TempDir
    private Path reports = Path.of("");

    @Test
    void theyCountTheFailuresThatTheReportCounts() throws IOException {
        Report report;
        try (BundledServer server = BundledServer.start(List.of("--mutant", "gap-accepted"))) {
            report = Tck.run(Options.bundled(server)
                    .with("--run", "COM-04,COM-05,CR-01,ERR-*")
                    .seed(20261125)
                    .reports(reports)
                    .build());
        }
        List<Envelope> messages = read(reports.resolve("cucumber-messages.ndjson"));

        Repository repository = Repository.builder()
                .feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
                .build();
        messages.forEach(repository::update);
        Query query = new Query(repository);
        assertThat(query.countMostSevereTestStepResultStatus().getOrDefault(TestStepResultStatus.FAILED, 0L))
                .isEqualTo(count(report, Outcome.FAILED))
                .isPositive();
        assertThat(query.countMostSevereTestStepResultStatus().getOrDefault(TestStepResultStatus.PASSED, 0L))
                .isEqualTo(count(report, Outcome.PASSED));
        assertThat(query.findTestRunFinished().orElseThrow().getSuccess()).isFalse();
        assertThat(html(messages)).contains("COM-04");
    }

    private static long count(Report report, Outcome outcome) {
        return report.cases().stream()
                .map(CaseResult::outcome)
                .filter(outcome::equals)
                .count();
    }

    private static List<Envelope> read(Path file) throws IOException {
        List<Envelope> messages = new ArrayList<>();
        try (NdjsonToMessageIterable reader =
                new NdjsonToMessageIterable(Files.newInputStream(file), new Deserializer())) {
            reader.forEach(messages::add);
        }
        return messages;
    }

    private static String html(List<Envelope> messages) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Serializer serializer = new Serializer();
        try (MessagesToHtmlWriter writer =
                MessagesToHtmlWriter.builder(serializer::writeValue).build(page)) {
            for (Envelope message : messages) {
                writer.write(message);
            }
        }
        return page.toString(StandardCharsets.UTF_8);
    }
}
