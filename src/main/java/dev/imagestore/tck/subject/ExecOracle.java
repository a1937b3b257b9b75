package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.wire.BodySink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The content oracle {@code exec:PROGRAM ARG {path}}: a program without a shell, whose stdout is the file. Exit 0 says that
 * it was there, exit 1 that there is none.
 */
final class ExecOracle implements ByteOracle {

    private static final String PATH = "{path}";

    private final List<String> command;
    private final Duration timeout;

    private ExecOracle(List<String> command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    static ExecOracle of(String command, Duration timeout) {
        List<String> words = Arrays.stream(command.trim().split("\\s+")).toList();
        if (!command.contains(PATH) || words.get(0).contains(PATH)) {
            throw new IllegalArgumentException(
                    "the content oracle \"exec:%s\" has no %s behind its program; expected one like exec:/bin/cat /store/%s"
                            .formatted(command, PATH, PATH));
        }
        return new ExecOracle(words, timeout);
    }

    @Override
    public Optional<BodyDigest> copy(String path, BodySink sink, long maxBytes) {
        Process process = started(path);
        Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    kill(process);
                },
                later);
        try (InputStream stdout = process.getInputStream()) {
            process.getOutputStream().close();
            BodyDigest read = Reading.through(stdout, sink, maxBytes);
            if (stdout.read() >= 0) { // longer than anything that it may be
                return Optional.of(read);
            }
            int exit = process.waitFor();
            if (late.get()) {
                throw tooLate(path);
            }
            return switch (exit) {
                case 0 -> Optional.of(read);
                case 1 -> Optional.empty();
                default -> throw failure("ended with exit code %d for %s; expected 0 or 1".formatted(exit, path));
            };
        } catch (IOException e) {
            throw late.get() ? tooLate(path) : failure("could not be read for %s: %s".formatted(path, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted for " + path);
        } finally {
            watch.cancel(false);
            kill(process);
        }
    }

    private Process started(String path) {
        try {
            return new ProcessBuilder(command.stream()
                            .map(word -> word.replace(PATH, path))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failure("could not be started: " + e.getMessage());
        }
    }

    /** With its children, which would keep its output open. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private InstrumentException tooLate(String path) {
        return failure("gave no answer within %s for %s".formatted(timeout, path));
    }

    private InstrumentException failure(String what) {
        return new InstrumentException("the content oracle %s %s".formatted(command.get(0), what));
    }
}
