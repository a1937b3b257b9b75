package dev.imagestore.reference;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options for {@link Limits} and {@link Times}. */
final class LimitOptions {

    @Option(
            names = "--max-declared-length",
            paramLabel = "BYTES",
            defaultValue = "9223372036854775807",
            description = "Longest file that a chunk may speak of (default: ${DEFAULT-VALUE}).")
    private long declaredLength;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "65536",
            description = "Most sessions at a time (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--max-staged-bytes",
            paramLabel = "BYTES",
            defaultValue = "1099511627776",
            description = "Most bytes of unfinished uploads at a time (default: ${DEFAULT-VALUE}).")
    private long stagedBytes;

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

    @Option(
            names = "--session-timeout",
            paramLabel = "SECONDS",
            defaultValue = "1800",
            description = "How long a session lives after its last accepted chunk (default: ${DEFAULT-VALUE}).")
    private int sessionSeconds;

    @Option(
            names = "--sweep-interval",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How often the staged bytes of sessions that are over are removed"
                    + " (default: ${DEFAULT-VALUE}).")
    private int sweepSeconds;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long exchanges under way may go on when the server is told to stop"
                    + " (default: ${DEFAULT-VALUE}).")
    private int drainSeconds;

    Limits limits() {
        return new Limits(declaredLength, sessions, stagedBytes, headerSize, uriSize);
    }

    Times times() {
        return new Times(
                Duration.ofSeconds(sessionSeconds),
                Duration.ofSeconds(sweepSeconds),
                Duration.ofSeconds(idleSeconds),
                Duration.ofSeconds(drainSeconds));
    }
}
