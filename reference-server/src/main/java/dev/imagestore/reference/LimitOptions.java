package dev.imagestore.reference;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options for {@link Limits} and {@link Times}. */
final class LimitOptions {

    @Option(
            names = "--max-declared-length",
            paramLabel = "BYTES",
            defaultValue = "9223372036854775807",
            description = "Longest file that a chunk may speak of, or that may come whole; beyond it 413"
                    + " (default: ${DEFAULT-VALUE}).")
    private long declaredLength;

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            defaultValue = "65536",
            description = "Most sessions at a time; a chunk that would open another one is answered with 503"
                    + " (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--max-staged-bytes",
            paramLabel = "BYTES",
            defaultValue = "1099511627776",
            description = "Most bytes of unfinished uploads at a time, those on their way included; beyond it 507"
                    + " (default: ${DEFAULT-VALUE}).")
    private long stagedBytes;

    @Option(
            names = "--max-header-size",
            paramLabel = "BYTES",
            defaultValue = "16384",
            description = "Largest header section; beyond it 431, and the connection ends (default: ${DEFAULT-VALUE}).")
    private int headerSize;

    @Option(
            names = "--max-uri-size",
            paramLabel = "BYTES",
            defaultValue = "8192",
            description = "Longest request line; beyond it 414, and the connection ends (default: ${DEFAULT-VALUE}).")
    private int uriSize;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Most connections at a time; a further one is answered with 503 and closed"
                    + " (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--min-body-rate",
            paramLabel = "BYTES",
            defaultValue = "100",
            description =
                    "Fewest bytes a second, over the time of --idle, that a body may come with; it is cut off if it"
                            + " is slower; 0 for any (default: ${DEFAULT-VALUE}).")
    private int bodyRate;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a client may be silent when it is its turn; the head of a request must be whole"
                    + " within twice that time (default: ${DEFAULT-VALUE}).")
    private int idleSeconds;

    @Option(
            names = "--session-timeout",
            paramLabel = "SECONDS",
            defaultValue = "1800",
            description = "How long a session lives after its last accepted chunk; then it is as if it had been deleted"
                    + " (default: ${DEFAULT-VALUE}).")
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
            description = "How long exchanges under way may go on when the server is told to stop; then they are cut"
                    + " (default: ${DEFAULT-VALUE}).")
    private int drainSeconds;

    Limits limits() {
        return new Limits(declaredLength, sessions, stagedBytes, headerSize, uriSize, connections, bodyRate);
    }

    Times times() {
        return new Times(
                Duration.ofSeconds(sessionSeconds),
                Duration.ofSeconds(sweepSeconds),
                Duration.ofSeconds(idleSeconds),
                Duration.ofSeconds(drainSeconds));
    }
}
