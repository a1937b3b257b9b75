package dev.imagestore.tck.conformance;

import dev.imagestore.tck.wire.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The chunked transfer coding of RFC 9112, 7.1, for bodies that fit on the heap. */
final class ChunkedCoding {

    /** What ends a coded body. */
    static final String LAST_CHUNK = "0\r\n\r\n";

    private ChunkedCoding() {}

    /** The body in pieces of that many octets, the last one shorter if need be. */
    static RequestBody of(RequestBody body, long piece) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        for (long at = 0; at < body.length(); at += piece) {
            byte[] octets = octets(body, at, Math.min(piece, body.length() - at));
            coded.writeBytes(ascii(Integer.toHexString(octets.length) + "\r\n"));
            coded.writeBytes(octets);
            coded.writeBytes(ascii("\r\n"));
        }
        coded.writeBytes(ascii(LAST_CHUNK));
        return RequestBody.of(coded.toByteArray());
    }

    private static byte[] octets(RequestBody body, long at, long length) {
        ByteBuffer octets = ByteBuffer.allocate(Math.toIntExact(length));
        if (body instanceof RequestBody.Content content) {
            content.source().read(at, octets);
        }
        return octets.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
