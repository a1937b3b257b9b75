package dev.imagestore.tck.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.imagestore.tck.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that answers as its script says and remembers what it was asked. */
public final class TinyPeer implements AutoCloseable {

    /** What a peer does with one request. */
    public interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    /** One request as the peer saw it. */
    public record Asked(String method, String target, Map<String, List<String>> headers) {}

    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    private TinyPeer(HttpServer server) {
        this.server = server;
    }

    public static TinyPeer playing(Script script) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TinyPeer peer = new TinyPeer(server);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                peer.asked.add(new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders())));
                script.play(exchange);
            }
        });
        server.start();
        return peer;
    }

    /** Answers every request with that. */
    public static TinyPeer answering(int status, String body) throws IOException {
        return playing(exchange -> answer(exchange, status, body));
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
    }

    public Endpoint endpoint() {
        return new Endpoint("http", "127.0.0.1", server.getAddress().getPort(), "");
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
