package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.ServerTls;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where to listen, where to send, and where to record.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param tls how a target of https is reached
 * @param listenerTls how clients speak TLS; empty if they do not
 * @param redact headers whose values stay out of the recording, beside those that always do
 */
public record CaptureSettings(
        String host,
        int port,
        Endpoint target,
        Tls tls,
        Optional<ServerTls> listenerTls,
        Path out,
        List<String> redact) {

    public CaptureSettings {
        redact = List.copyOf(redact);
        if (!target.basePath().isEmpty()) {
            throw new IllegalArgumentException(
                    "the target has the path %s, but requests are passed on as they are: ".formatted(target.basePath())
                            + "expected a URL without one; clients give the path themselves");
        }
    }
}
