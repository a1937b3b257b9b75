package dev.imagestore.reference;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of a client that sends what it is told, byte for byte. */
final class Wire implements Closeable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    Wire(InetSocketAddress address) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    void sendNoMore() throws IOException {
        socket.shutdownOutput();
    }

    /** Resets the connection instead of closing it in order. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    Answer answer() throws IOException {
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        return new Answer(status, head, in.readNBytes(length(head)));
    }

    /** The head of the next answer, which has no body. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection ended after: " + head);
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    private static int length(String head) {
        String field = "content-length: ";
        int at = head.toLowerCase(Locale.ROOT).indexOf(field);
        return at < 0 ? 0 : Integer.parseInt(head.substring(at + field.length(), head.indexOf('\r', at)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
