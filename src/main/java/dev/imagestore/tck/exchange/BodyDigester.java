package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests a body that passes by in pieces. For one thread; {@link #digest} ends it. */
public final class BodyDigester {

    private @Nullable MessageDigest sha256; // made with the first octet, for most answers have none
    private long length;

    private static MessageDigest make() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the remaining octets of {@code piece}. */
    public void update(ByteBuffer piece) {
        MessageDigest digest = sha256;
        if (piece.hasRemaining() && digest == null) {
            digest = make();
            sha256 = digest;
        }
        if (digest != null) {
            length += piece.remaining();
            digest.update(piece);
        }
    }

    /** How many octets were taken so far. */
    public long length() {
        return length;
    }

    public BodyDigest digest() {
        return sha256 == null
                ? BodyDigest.EMPTY
                : new BodyDigest(length, HexFormat.of().formatHex(sha256.digest()));
    }
}
