package dev.imagestore.tck.repro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Har;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder {@code repro/}: one folder for each failed case, with {@code run.sh} and what it sends. */
public final class ReproFolder {

    private static final String SCRIPT = "run.sh";
    private static final String PRELUDE = prelude();

    private final Path folder;

    public ReproFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the reproductions in place of those of an earlier run.
     *
     * @throws UncheckedIOException when a file cannot be written
     */
    public void write(List<Reproduction> reproductions, Surroundings surroundings) {
        try {
            clear();
            for (Reproduction reproduction : reproductions) {
                write(reproduction, surroundings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reproductions to " + folder, e);
        }
    }

    /**
     * Takes reproductions over from other such folders, in place of those of an earlier run.
     *
     * @param made the folder that has the reproduction of each case, if there is one
     * @throws UncheckedIOException when a file cannot be copied
     */
    public void take(Map<String, Path> made) {
        try {
            clear();
            for (Map.Entry<String, Path> each : made.entrySet()) {
                String name = Reproduction.folder(each.getKey());
                Path from = each.getValue().resolve(name);
                if (Files.isDirectory(from)) {
                    copy(from, Files.createDirectories(folder.resolve(name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take reproductions over to " + folder, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void write(Reproduction reproduction, Surroundings surroundings) throws IOException {
        Path own = Files.createDirectories(folder.resolve(Reproduction.folder(reproduction.caseId())));
        RunScript script = new RunScript(reproduction, surroundings);
        Path run = own.resolve(SCRIPT);
        Files.writeString(run, script.text(PRELUDE), UTF_8);
        if (!run.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(run));
        }
        for (Map.Entry<String, BodyDigest> body : script.bodies().entrySet()) {
            Files.copy(
                    surroundings.bodies().resolve(body.getValue().sha256()),
                    own.resolve(body.getKey()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(own.resolve("scenario.feature"), reproduction.scenario(), UTF_8);
        try (OutputStream har = Files.newOutputStream(own.resolve("exchange.har"))) {
            Har.write(
                    reproduction.exchanges().stream(),
                    request -> surroundings.origin(),
                    surroundings.version(),
                    Har.Bodies.NAMED,
                    har);
        }
    }

    /** Only what is ours: folders with a script in them. */
    private void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> ours;
        try (Stream<Path> folders = Files.list(folder)) {
            ours = folders.filter(f -> Files.exists(f.resolve(SCRIPT))).toList();
        }
        for (Path old : ours) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(old)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static String prelude() {
        try (InputStream in = ReproFolder.class.getResourceAsStream("prelude.sh")) {
            return new String(Objects.requireNonNull(in, "prelude.sh").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
