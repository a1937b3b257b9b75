package dev.imagestore.tck.conformance;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in words: {@code 100 bytes}, {@code 4 MiB}, {@code 8EiB}. */
final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d+)\\s*(bytes?|[KMGTPE]iB)?");
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private Sizes() {}

    /** Number of bytes; what is beyond 64 bits counts as the greatest 64-bit number. */
    static long parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no size; expected one like 100 bytes or 4 MiB".formatted(text));
        }
        String unit = matcher.group(2) == null ? "bytes" : matcher.group(2);
        int power = Math.max(0, UNITS.indexOf(unit));
        BigInteger size = new BigInteger(matcher.group(1)).shiftLeft(10 * power);
        return size.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /** The greatest unit that leaves at least one, rounded up. */
    static String format(long bytes) {
        int power = 0;
        long rest = bytes;
        while (rest >= 1024 && power < UNITS.size() - 1) {
            rest = rest / 1024 + (rest % 1024 == 0 ? 0 : 1);
            power++;
        }
        return rest + " " + UNITS.get(power);
    }
}
