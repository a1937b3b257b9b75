package dev.imagestore.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does with each connection whatever it likes. Closing ends it, whatever it was doing. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService connections = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hostile target");
        thread.setDaemon(true);
        return thread;
    });

    private HostileServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    interface Behaviour {
        void meet(Socket socket) throws IOException;
    }

    static HostileServer start(Behaviour behaviour) throws IOException {
        HostileServer server = new HostileServer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), behaviour);
        server.connections.execute(server::accept);
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.execute(() -> {
                    try (connection) {
                        behaviour.meet(connection);
                    } catch (IOException e) {
                        // the client has had enough
                    }
                });
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    @Override
    public void close() throws IOException {
        connections.shutdownNow();
        socket.close();
    }

    /** Reads the head of a request and answers 200 with that body. */
    static void answer(Socket socket, String body) throws IOException {
        head(socket.getInputStream());
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + octets.length + "\r\nConnection: close\r\n\r\n" + body);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static void echo(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + head.length() + "\r\nConnection: close\r\n\r\n" + head);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static void endless(Socket socket) throws IOException {
        head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\n\r\n");
        while (true) {
            socket.getOutputStream().write(new byte[64 << 10]);
        }
    }

    static void drip(Socket socket) throws IOException {
        head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
