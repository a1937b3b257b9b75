package dev.imagestore.reference.request;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses whatever is not an integer of the documented range. */
final class CheckedTimeouts implements TimeoutRule {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    @Override
    public long seconds(@Nullable String value) {
        if (value == null) {
            return DEFAULT_SECONDS;
        }
        long seconds = DIGITS.matcher(value).matches() ? Long.parseLong(value) : 0;
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new RefusedException(
                    Reason.ARGUMENT, "timeout '" + value + "' is not an integer from 1 to " + MAX_SECONDS);
        }
        return seconds;
    }
}
