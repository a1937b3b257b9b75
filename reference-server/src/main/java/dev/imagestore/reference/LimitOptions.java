package dev.imagestore.reference;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options for {@link Limits}. */
final class LimitOptions {

    @Option(
            names = "--max-declared-length",
            paramLabel = "BYTES",
            defaultValue = "8796093022208",
            description = "Longest file that a chunk may speak of (default: ${DEFAULT-VALUE}).")
    private long declaredLength;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "65536",
            description = "Most sessions at a time (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--max-header-size",
            paramLabel = "BYTES",
            defaultValue = "16384",
            description = "Largest header section (default: ${DEFAULT-VALUE}).")
    private int headerSize;

    @Option(
            names = "--max-uri-size",
            paramLabel = "BYTES",
            defaultValue = "8192",
            description = "Longest request line (default: ${DEFAULT-VALUE}).")
    private int uriSize;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a client may be silent when it is its turn (default: ${DEFAULT-VALUE}).")
    private int idleSeconds;

    Limits limits() {
        return new Limits(declaredLength, sessions, headerSize, uriSize, Duration.ofSeconds(idleSeconds));
    }
}
