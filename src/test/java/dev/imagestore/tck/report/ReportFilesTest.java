package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.repro.RunEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theFolderIsMadeAndHoldsTheFilesAlone() throws IOException {
        Path reports = folder.resolve("a/b");

        ReportFiles.write(SampleReport.bad(), RunEvidence.NONE, reports);

        assertThat(names(reports)).containsExactlyElementsOf(ReportFiles.NAMES);
        assertThat(reports.resolve("conformance-report.json")).hasContent(JsonReport.of(SampleReport.bad()));
        assertThat(reports.resolve("conformance-report.schema.json")).content().contains("2020-12/schema");
        assertThat(reports.resolve("junit.xml")).content().startsWith("<?xml");
        assertThat(reports.resolve("summary.md")).content().startsWith("# NOT conformant");
    }

    @Test
    void anEarlierReportIsReplaced() throws IOException {
        ReportFiles.write(SampleReport.bad(), RunEvidence.NONE, folder);

        ReportFiles.write(SampleReport.good(), RunEvidence.NONE, folder);

        assertThat(names(folder)).containsExactlyElementsOf(ReportFiles.NAMES);
        assertThat(folder.resolve("summary.md")).content().startsWith("# conformant");
    }

    @Test
    void aSharedRunHasNothingForCucumbersTools() throws IOException {
        Files.writeString(folder.resolve(ReportFiles.MESSAGES), "{}");
        ReportFiles.write(SampleReport.good(), RunEvidence.NONE, folder);
        assertThat(folder.resolve("report.html")).content().contains("href=\"" + ReportFiles.MESSAGES + "\"");

        ReportFiles.writeShared(SampleReport.good(), RunEvidence.NONE, folder);

        assertThat(names(folder)).containsExactlyElementsOf(ReportFiles.NAMES);
        assertThat(folder.resolve("report.html")).content().doesNotContain(ReportFiles.MESSAGES);
    }

    @Test
    void aLinkToAFolderWillDo() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        ReportFiles.write(SampleReport.good(), RunEvidence.NONE, link);

        assertThat(names(real)).containsExactlyElementsOf(ReportFiles.NAMES);
    }

    @Test
    void whatStandsInTheWayIsNamedAndNothingIsLeftOver() throws IOException {
        Path obstacle = Files.createDirectories(folder.resolve("junit.xml/full"));

        assertThatThrownBy(() -> ReportFiles.write(SampleReport.good(), RunEvidence.NONE, folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write the reports to " + folder)
                .hasCauseInstanceOf(IOException.class);

        assertThat(obstacle).exists();
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(folder::relativize).map(Path::toString).sorted().toList();
        }
    }
}
