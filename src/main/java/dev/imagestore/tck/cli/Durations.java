package dev.imagestore.tck.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as options have them: {@code 10s}, {@code 500ms}, {@code 2m}. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no duration; expected one like 10s, 500ms or 2m".formatted(text));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
