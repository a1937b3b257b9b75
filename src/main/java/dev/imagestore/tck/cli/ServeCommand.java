package dev.imagestore.tck.cli;

import dev.imagestore.tck.subject.BundledServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code serve}: runs the reference server as a process of its own; every argument is the server's. */
@Command(
        name = "serve",
        description = "Runs the reference server; serve --help lists its options.",
        mixinStandardHelpOptions = false)
public final class ServeCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("imagestore-serve-");
        List<String> all = new ArrayList<>(arguments);
        all.add("--exit-with-stdin");
        Process server = new ProcessBuilder(BundledServer.command(folder, all, false))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder), "end of the server"));
        return server.waitFor();
    }

    /** Asks the server to finish what it is doing, and ends as it does, where Java has a code of its own for a signal. */
    private static void end(Process server, Path folder) {
        server.destroy();
        int exitCode = server.onExit().join().exitValue();
        try {
            Files.deleteIfExists(folder.resolve("reference-server.jar"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.printf("could not be removed: %s (%s)%n", folder, e.getMessage());
        }
        java.lang.Runtime.getRuntime().halt(exitCode);
    }
}
