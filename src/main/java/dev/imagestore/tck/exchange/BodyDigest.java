package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;

/** How many octets a body has, and their SHA-256 in lower-case hex. */
public record BodyDigest(long length, String sha256) {

    private static final int DIGITS = 64;

    public static final BodyDigest EMPTY =
            new BodyDigest(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    public BodyDigest {
        if (length < 0) {
            throw new IllegalArgumentException("body length " + length + ": expected 0 or more");
        }
        if (sha256.length() != DIGITS || !isHex(sha256)) {
            throw new IllegalArgumentException("digest '" + sha256 + "': expected 64 lower-case hex digits");
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    public static BodyDigest of(byte[] body) {
        BodyDigester digester = new BodyDigester();
        digester.update(ByteBuffer.wrap(body));
        return digester.digest();
    }
}
