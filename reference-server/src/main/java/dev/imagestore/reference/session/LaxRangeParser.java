package dev.imagestore.reference.session;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Content-Range the way the gateway does. What it does not understand of the range it takes for zero, numbers
 * may have blanks, a plus or a hexadecimal prefix, and the last position may be the length itself.
 */
public final class LaxRangeParser implements RangeParser {

    private static final Pattern UNIT = Pattern.compile("^bytes[bytes]*[ \t]*");
    private static final Pattern NUMBER = Pattern.compile("[ \t]*\\+?(?:0[xX]([0-9a-fA-F]+)|([0-9]+))[ \t]*");
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public ContentRange parse(List<String> values) {
        String value = String.join(", ", values).strip();
        if (value.isEmpty()) {
            return new ContentRange(new ByteRange(0, 0), 0);
        }
        List<String> parts = tokens(UNIT.matcher(value).replaceFirst(""), "/");
        if (parts.size() != 2) {
            throw refused(value);
        }
        BigInteger length = number(parts.get(1), value);
        BigInteger first = BigInteger.ZERO;
        BigInteger last = BigInteger.ZERO;
        List<String> positions = tokens(parts.get(0), "-");
        if (positions.size() == 2) {
            first = number(positions.get(0), value);
            last = number(positions.get(1), value);
        }
        if (first.compareTo(last) > 0 || last.compareTo(length) > 0) {
            throw refused(value);
        }
        boolean uncountable = last.compareTo(LONGEST) >= 0; // from 0 to there are more bytes than a long can count
        if (length.compareTo(LONGEST) > 0 || uncountable) {
            throw new RefusedException(Reason.LENGTH_LIMIT, "A file of " + length + " bytes is too long");
        }
        return new ContentRange(new ByteRange(first.longValueExact(), last.longValueExact()), length.longValueExact());
    }

    private static List<String> tokens(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static BigInteger number(String text, String value) {
        Matcher form = NUMBER.matcher(text);
        if (!form.matches()) {
            throw refused(value);
        }
        BigInteger number = form.group(1) != null ? new BigInteger(form.group(1), 16) : new BigInteger(form.group(2));
        if (number.compareTo(BEYOND) >= 0) {
            throw refused(value);
        }
        return number;
    }

    private static RefusedException refused(String value) {
        return new RefusedException(Reason.RANGE, "Content-Range '" + value + "' cannot be satisfied");
    }
}
