package dev.imagestore.tck.conformance;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A part of the cases, so that several machines can share a run. Which part a case belongs to follows from its id alone.
 * Cases that speak of the whole run belong to every part, since each has exchanges of its own.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {

    /** The part that is everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
    private static final String EXPECTED = "expected one like 1/3, 2/3 or 3/3";

    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("\"%d/%d\" is no part of a run; %s".formatted(number, of, EXPECTED));
        }
    }

    /** Reads {@code i/n}; anything else is an {@link IllegalArgumentException}. */
    public static Shard parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is no part of a run; %s".formatted(text, EXPECTED));
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether the case belongs to this part. */
    public boolean has(Case one) {
        if (one.last()) {
            return true;
        }
        CRC32 hash = new CRC32();
        hash.update(one.id().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
