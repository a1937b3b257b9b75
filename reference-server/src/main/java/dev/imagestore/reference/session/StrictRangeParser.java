package dev.imagestore.reference.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Content-Range as RFC 9110 writes it, with everything stated: {@code bytes first-last/length}, the unit in
 * either case, one space, decimal digits, and the range inside the file.
 */
public final class StrictRangeParser implements RangeParser {

    private static final Pattern FORM = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)", Pattern.CASE_INSENSITIVE);

    @Override
    public ContentRange parse(List<String> values) {
        if (values.isEmpty()) {
            throw refused("Content-Range is required");
        }
        if (values.size() > 1) {
            throw refused("Content-Range was given " + values.size() + " times");
        }
        String value = withoutOuterBlanks(values.get(0));
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw refused("Content-Range '" + value + "' is not of the form 'bytes first-last/length'");
        }
        long first = number(form.group(1));
        long last = number(form.group(2));
        long length = number(form.group(3));
        if (first > last || last >= length) {
            throw refused("Content-Range '" + value + "' is not a range inside the file");
        }
        return new ContentRange(new ByteRange(first, last), length);
    }

    private static String withoutOuterBlanks(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw refused("Content-Range holds the number " + digits + ", which is above 2^63-1");
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Reason.RANGE, message);
    }
}
