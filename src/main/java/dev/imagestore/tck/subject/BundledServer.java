package dev.imagestore.tck.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reference server as a child process, on a free port of the loopback interface. It shares no class with the suite:
 * its own jar travels in ours as a file. Closing ends the process and removes its folder.
 */
public final class BundledServer implements AutoCloseable {

    /** The runtime version that the server is told to have: one that is not ordered as a decimal fraction is (VER-10). */
    public static final String RUNTIME_VERSION = "10.12";

    private static final String JAR = "/reference-server.jar";
    private static final String READY = "listening on ";

    private final Path folder;
    private final Process process;
    private final String url;

    private BundledServer(Path folder, Process process, String url) {
        this.folder = folder;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the server with its oracle and its clock on.
     *
     * @param arguments further arguments, such as {@code --mutant NAME}
     * @throws UncheckedIOException when it cannot be started
     */
    public static BundledServer start(List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("imagestore-tck-");
            List<String> all = new ArrayList<>(List.of("--port", "0", "--oracle", "--clock", "--exit-with-stdin"));
            all.addAll(List.of("--data", folder.resolve("data").toString(), "--runtime-version", RUNTIME_VERSION));
            all.addAll(arguments);
            Path log = folder.resolve("server.log");
            Process process = new ProcessBuilder(command(folder, all, true))
                    .redirectError(log.toFile())
                    .start();
            String line = firstLine(process);
            if (!line.startsWith(READY)) {
                process.destroyForcibly();
                throw new IOException("it said: " + (line.isEmpty() ? Files.readString(log) : line));
            }
            return new BundledServer(folder, process, line.substring(READY.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the bundled server: " + e.getMessage(), e);
        }
    }

    /**
     * The command line that runs the server's own jar, unpacked into that folder.
     *
     * @throws IOException when the jar is not part of this build
     */
    public static List<String> command(Path folder, List<String> arguments, boolean shortLived) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (shortLived) {
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        command.addAll(List.of("-jar", unpack(folder).toString()));
        command.addAll(arguments);
        return command;
    }

    /** Base URL, with the port that was free. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader stdout = process.inputReader(StandardCharsets.UTF_8);
        String line = stdout.readLine();
        return line == null ? "" : line;
    }

    private static Path unpack(Path folder) throws IOException {
        try (InputStream jar = BundledServer.class.getResourceAsStream(JAR)) {
            if (jar == null) {
                throw new IOException("its jar is not part of this build; run mvn package, or give a target");
            }
            Path unpacked = folder.resolve("reference-server.jar");
            Files.copy(jar, unpacked, StandardCopyOption.REPLACE_EXISTING);
            return unpacked;
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
