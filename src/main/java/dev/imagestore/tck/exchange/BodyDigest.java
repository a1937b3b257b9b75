package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** How many octets a body has, and their SHA-256 in lower-case hex. */
public record BodyDigest(long length, String sha256) {

    public static final BodyDigest EMPTY = of(new byte[0]);

    private static final class Form {
        static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    }

    public BodyDigest {
        if (length < 0) {
            throw new IllegalArgumentException("body length " + length + ": expected 0 or more");
        }
        if (!Form.SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("digest '" + sha256 + "': expected 64 lower-case hex digits");
        }
    }

    public static BodyDigest of(byte[] body) {
        BodyDigester digester = new BodyDigester();
        digester.update(ByteBuffer.wrap(body));
        return digester.digest();
    }
}
