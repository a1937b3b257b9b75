package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server that does with its one connection what a script says, and knows nothing of HTTP. */
final class RawPeer<T> implements AutoCloseable {

    interface Script<T> {
        T play(Wire wire) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final CompletableFuture<T> played = new CompletableFuture<>();

    private RawPeer(ServerSocket listener) {
        this.listener = listener;
    }

    static <T> RawPeer<T> playing(Script<T> script) throws IOException {
        return playing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), script);
    }

    /** The same behind TLS. */
    static <T> RawPeer<T> playing(SSLContext tls, Script<T> script) throws IOException {
        return playing(tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()), script);
    }

    private static <T> RawPeer<T> playing(ServerSocket listener, Script<T> script) {
        RawPeer<T> peer = new RawPeer<>(listener);
        Thread thread = new Thread(() -> peer.play(script), "raw-peer");
        thread.setDaemon(true);
        thread.start();
        return peer;
    }

    /** Reads the head and {@code body} octets after it, then answers. */
    static RawPeer<String> answering(int body, String answer) throws IOException {
        return playing(wire -> {
            String request = wire.head() + new String(wire.octets(body), ISO_8859_1);
            wire.send(answer);
            return request;
        });
    }

    private void play(Script<T> script) {
        try (Socket socket = listener.accept()) {
            played.complete(script.play(new Wire(socket)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            played.completeExceptionally(e);
        }
    }

    Endpoint endpoint() {
        return new Endpoint(
                listener instanceof SSLServerSocket ? "https" : "http", "127.0.0.1", listener.getLocalPort(), "");
    }

    WireSettings settings() {
        return settings(Duration.ofSeconds(20));
    }

    WireSettings settings(Duration timeout) {
        return new WireSettings(endpoint(), timeout, 1 << 20, 1 << 10, Redactor.none());
    }

    /** What the script returned. */
    T result() {
        return played.join();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** The peer's side of the connection. */
    static final class Wire {
        private final Socket socket;

        Wire(Socket socket) {
            this.socket = socket;
        }

        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append(new String(octets(1), ISO_8859_1));
            }
            return head.toString();
        }

        byte[] octets(int count) throws IOException {
            return socket.getInputStream().readNBytes(count);
        }

        void send(String octets) throws IOException {
            socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        byte[] untilClosed() throws IOException {
            return socket.getInputStream().readAllBytes();
        }

        long countUntilClosed() throws IOException {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            long count = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
            return count;
        }

        boolean closedWithin(Duration time) throws IOException {
            socket.setSoTimeout((int) time.toMillis());
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
