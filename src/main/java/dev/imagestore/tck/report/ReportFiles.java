package dev.imagestore.tck.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of a report, beside each other in one folder. */
public final class ReportFiles {

    /** The output of a target that the run has started from an image. */
    public static final String CONTAINER_LOG = "container.log";

    /** The run in the format of Cucumber's own tools. */
    public static final String MESSAGES = "cucumber-messages.ndjson";

    private static final String JSON = "conformance-report.json";
    private static final String SCHEMA = "conformance-report.schema.json";
    private static final String JUNIT = "junit.xml";
    private static final String SUMMARY = "summary.md";
    private static final String BADGE = "badge.json";
    private static final String EARL = "report.earl.jsonld";
    private static final String HTML = "report.html";
    private static final String HAR = "exchanges.har";
    private static final String REPRODUCTIONS = "repro/";

    static final List<String> NAMES = List.of(BADGE, JSON, SCHEMA, JUNIT, EARL, HTML, SUMMARY);

    private ReportFiles() {}

    /**
     * Writes the files, each whole or not at all, in place of those of an earlier run.
     *
     * @param folder made if need be
     * @throws UncheckedIOException when a file cannot be written
     */
    public static void write(Report report, RunEvidence evidence, Path folder) {
        try {
            make(folder);
            replace(folder, JSON, JsonReport.of(report));
            replace(folder, SCHEMA, resource(SCHEMA));
            replace(folder, BADGE, BadgeReport.of(report));
            replace(folder, EARL, EarlReport.of(report));
            replace(folder, JUNIT, JunitReport.of(report));
            replace(folder, HTML, HtmlReport.of(report, evidence, links(folder)));
            replace(folder, SUMMARY, MarkdownReport.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports to " + folder, e);
        }
    }

    /**
     * As {@link #write}, of a run that several machines have shared: there is nothing of it for Cucumber's tools, and what an
     * earlier run has left for them is removed.
     */
    public static void writeShared(Report report, RunEvidence evidence, Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(MESSAGES));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder.resolve(MESSAGES), e);
        }
        write(report, evidence, folder);
    }

    /** The names of the files and folders of a report that are there, those for people first. */
    static List<String> in(Path folder) {
        return Stream.of(
                        HTML,
                        JSON,
                        JUNIT,
                        SUMMARY,
                        BADGE,
                        EARL,
                        MESSAGES,
                        HAR,
                        "exchanges/",
                        REPRODUCTIONS,
                        CONTAINER_LOG)
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
    }

    /** What a reader may want to open beside the page. */
    private static List<String> links(Path folder) {
        Stream<String> others = Stream.of(MESSAGES, HAR, "exchanges/traffic.jsonl", REPRODUCTIONS, CONTAINER_LOG);
        return Stream.concat(
                        NAMES.stream().filter(name -> !name.equals(HTML)),
                        others.filter(name -> Files.exists(folder.resolve(name))))
                .toList();
    }

    static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) { // createDirectories refuses a link to a folder
            Files.createDirectories(folder);
        }
    }

    /** A published JSON Schema. */
    static String resource(String name) throws IOException {
        try (InputStream in = ReportFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }

    static void replace(Path folder, String name, String text) throws IOException {
        // Not createTempFile: its files are for their owner only.
        Path fresh = folder.resolve("." + name + "." + UUID.randomUUID());
        try {
            Files.write(fresh, text.getBytes(UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }
}
