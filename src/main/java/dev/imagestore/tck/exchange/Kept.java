package dev.imagestore.tck.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of an answer body, as far as it was kept. Immutable.
 *
 * <p>It knows how many octets of the body it stands for, because where a secret was replaced the two numbers differ.
 */
public final class Kept {

    public static final Kept NOTHING = of(new byte[0]);

    private final byte[] octets;
    private final long standsFor;

    private Kept(byte[] octets, long standsFor) {
        this.octets = octets;
        this.standsFor = standsFor;
    }

    public static Kept of(byte[] octets) {
        return of(octets, octets.length);
    }

    /** The {@code octets} that are left of the first {@code standsFor} ones of a body. */
    public static Kept of(byte[] octets, long standsFor) {
        if (standsFor < 0) {
            throw new IllegalArgumentException("kept octets stand for " + standsFor + ": expected 0 or more");
        }
        return new Kept(octets.clone(), standsFor);
    }

    public byte[] bytes() {
        return octets.clone();
    }

    public String text() {
        return new String(octets, StandardCharsets.UTF_8);
    }

    public long standsFor() {
        return standsFor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kept that && standsFor == that.standsFor && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(octets) + Long.hashCode(standsFor);
    }

    @Override
    public String toString() {
        return octets.length + " octets for the first " + standsFor;
    }
}
