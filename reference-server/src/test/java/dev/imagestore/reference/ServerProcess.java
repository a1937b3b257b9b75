package dev.imagestore.reference;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own, which can be sent signals. */
final class ServerProcess implements Closeable {

    private final Process process;
    private final Path log;
    private final InetSocketAddress address;

    private ServerProcess(Process process, Path log, InetSocketAddress address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts it on a data folder, beside which it logs. */
    static ServerProcess start(Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ReferenceServer.class.getName(),
                "--port=0",
                "--oracle",
                "--data=" + data));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(data.getParent(), "server-", ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith("listening on ")) {
            process.destroyForcibly();
            throw new IOException("it did not start: " + Files.readString(log));
        }
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        return new ServerProcess(process, log, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    Wire connect() throws IOException {
        return new Wire(address);
    }

    Wire.Answer ask(String request) throws IOException {
        try (Wire wire = connect()) {
            return wire.send(request).answer();
        }
    }

    /** What it has written to stderr. */
    String log() throws IOException {
        return Files.readString(log);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
