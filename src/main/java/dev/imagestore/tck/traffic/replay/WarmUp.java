package dev.imagestore.tck.traffic.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.LaneRequest;
import dev.imagestore.tck.wire.Lanes;
import dev.imagestore.tck.wire.Tls;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One exchange with a socket of our own, so that what sending needs is loaded before the first request is due: a recording
 * of a few moments would be late for the start of the Java machine alone.
 */
final class WarmUp {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII);

    private WarmUp() {}

    /** Does its best: where there is no socket to be had, the first request is late. */
    static void run() {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket sink = new ServerSocket(0, 1, here);
                Lanes lanes = new Lanes(
                        new WireSettings(
                                new Endpoint("http", here.getHostAddress(), sink.getLocalPort(), ""),
                                PATIENCE,
                                0,
                                0,
                                Redactor.of(List.of()),
                                Tls.DEFAULT),
                        1)) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            lanes.send(
                    0,
                    new LaneRequest(WireRequest.of("GET", "/"), Framing.NONE, false, false),
                    (exchange, started, ended) -> over.complete(null));
            sink.setSoTimeout((int) PATIENCE.toMillis());
            try (Socket one = sink.accept()) {
                one.getOutputStream().write(ANSWER);
                over.join();
            }
        } catch (IOException e) {
            return;
        }
    }
}
