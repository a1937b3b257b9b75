package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.ReplayReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of the report of a replay. */
public final class ReplayFiles {

    private static final String JSON = "replay-report.json";
    private static final String SCHEMA = "replay-report.schema.json";
    private static final String HTML = "replay.html";

    static final List<String> NAMES = List.of(HTML, JSON, SCHEMA);

    private ReplayFiles() {}

    /**
     * Writes the files, each whole or not at all, in place of those of an earlier replay.
     *
     * @param sentences what requirements say, by their ids
     */
    public static void write(ReplayReport report, Path folder, Map<String, String> sentences) {
        try {
            ReportFiles.make(folder);
            ReportFiles.replace(folder, JSON, ReplayJson.of(report));
            ReportFiles.replace(folder, SCHEMA, ReportFiles.resource(SCHEMA));
            ReportFiles.replace(folder, HTML, ReplayHtml.of(report, List.of(JSON, SCHEMA), sentences));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports to " + folder, e);
        }
    }
}
