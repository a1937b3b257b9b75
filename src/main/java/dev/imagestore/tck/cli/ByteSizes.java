package dev.imagestore.tck.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as options have them, in bytes: {@code 100}, {@code 64k}, {@code 4m}, {@code 16g}, in powers of 1024. */
final class ByteSizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmgKMG]?)");

    private ByteSizes() {}

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    static long parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no size; expected one like 100, 64k, 4m or 1g".formatted(text));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> amount << 10;
            case "m" -> amount << 20;
            case "g" -> amount << 30;
            default -> amount;
        };
    }
}
