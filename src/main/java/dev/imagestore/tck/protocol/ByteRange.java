package dev.imagestore.tck.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A closed interval of octet positions, as the protocol counts them: {@code 0-49} is the first fifty octets. */
public record ByteRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("(\\d+)-(\\d+)");

    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "range " + first + "-" + last + ": expected 0 <= first <= last, both positions included");
        }
    }

    /** Reads the form {@code 0-49}; anything else is an {@link IllegalArgumentException}. */
    public static ByteRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("range '" + text + "': expected FIRST-LAST, for example 0-49");
        }
        return new ByteRange(position(text, matcher.group(1)), position(text, matcher.group(2)));
    }

    private static long position(String text, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "range '" + text + "': expected positions of at most " + Long.MAX_VALUE, e);
        }
    }

    public long length() {
        return Math.addExact(last - first, 1);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
