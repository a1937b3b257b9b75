package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests a body that passes by in pieces. For one thread; {@link #digest} ends it. */
public final class BodyDigester {

    private final MessageDigest sha256;
    private long length;

    public BodyDigester() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the remaining octets of {@code piece}. */
    public void update(ByteBuffer piece) {
        length += piece.remaining();
        sha256.update(piece);
    }

    /** How many octets were taken so far. */
    public long length() {
        return length;
    }

    public BodyDigest digest() {
        return new BodyDigest(length, HexFormat.of().formatHex(sha256.digest()));
    }
}
