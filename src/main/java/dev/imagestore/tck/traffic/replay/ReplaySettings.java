package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to replay, where, and how.
 *
 * @param content template of the content oracle
 * @param connections empty for twice as many as overlapped when it was recorded, and at least eight
 * @param loops how often, each time with session ids and paths of its own
 * @param seed governs the session ids of the run
 * @param runId names the folder that all paths go below
 * @param timeout patience for one answer
 * @param headers go with every request and are secret
 * @param tls how whatever is reached by https is reached
 * @param ignore rules for differences that do not count
 */
public record ReplaySettings(
        Path recording,
        Endpoint target,
        Optional<String> content,
        Pace pace,
        OptionalInt connections,
        int loops,
        long seed,
        String runId,
        Duration timeout,
        List<Header> headers,
        Tls tls,
        List<String> ignore,
        boolean skipDamaged) {

    public ReplaySettings {
        headers = List.copyOf(headers);
        ignore = List.copyOf(ignore);
    }
}
