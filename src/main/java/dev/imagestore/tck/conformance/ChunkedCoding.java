package dev.imagestore.tck.conformance;

import dev.imagestore.tck.wire.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The chunked transfer coding of RFC 9112, 7.1, of a body that fits on the heap, in one piece. */
final class ChunkedCoding {

    /** What ends a coded body. */
    static final String LAST_CHUNK = "0\r\n\r\n";

    private ChunkedCoding() {}

    static RequestBody of(RequestBody body) {
        byte[] size = ascii(Long.toHexString(body.length()) + "\r\n");
        byte[] end = ascii("\r\n" + LAST_CHUNK);
        int length = Math.toIntExact(body.length());
        ByteBuffer coded =
                ByteBuffer.allocate(size.length + length + end.length).put(size);
        if (body instanceof RequestBody.Content content) {
            content.source().read(0, coded.limit(size.length + length));
        }
        return RequestBody.of(
                coded.clear().position(size.length + length).put(end).array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
