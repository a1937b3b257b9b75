import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens sessions and connections, then uploads a file whose bytes are zeros. See memory.sh. */
final class Memory {

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int sessions = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        long gigabytes = Long.parseLong(arguments[3]);
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(new Socket("127.0.0.1", port));
        }
        for (int i = 0; i < sessions; i++) {
            ask(open.get(i % connections), chunk("many/" + i, i, 0, 0, 10), new byte[1]);
        }
        for (Socket socket : open) {
            ask(socket, "GET /_health HTTP/1.1\r\nHost: h\r\n\r\n", new byte[0]);
        }
        System.out.println(sessions + " sessions are open on " + connections + " connections");
        byte[] piece = new byte[64 << 20];
        long length = gigabytes << 30;
        for (long first = 0; first < length; first += piece.length) {
            ask(open.get(0), chunk("large", 1 << 30, first, first + piece.length - 1, length), piece);
        }
        System.out.println(gigabytes + " GiB are uploaded");
    }

    private static String chunk(String path, int session, long first, long last, long length) {
        return "PUT /ImageStore/" + path + "/$/UploadChunk?api-version=6.0&session-id="
                + String.format("%08x-0000-4000-8000-000000000001", session) + " HTTP/1.1\r\nHost: h\r\nContent-Range: bytes "
                + first + "-" + last + "/" + length + "\r\nContent-Length: " + (last - first + 1) + "\r\n\r\n";
    }

    private static void ask(Socket socket, String head, byte[] body) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IllegalStateException("no answer but " + answer);
            }
            answer.append((char) octet);
        }
        if (!answer.toString().startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(answer.toString());
        }
        int at = answer.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ") + 16;
        in.skipNBytes(Integer.parseInt(answer.substring(at, answer.indexOf("\r", at))));
    }
}
