package dev.imagestore.reference.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the default for whatever is no integer of 32 bits, the way the gateway does; zero is taken at its word. */
final class LaxTimeouts implements TimeoutRule {

    private static final Pattern FORM = Pattern.compile(" *\\+?(\\d{1,18}) *");

    @Override
    public long seconds(@Nullable String value) {
        Matcher form = FORM.matcher(value == null ? "" : value);
        if (!form.matches()) {
            return DEFAULT_SECONDS;
        }
        long seconds = Long.parseLong(form.group(1));
        return seconds > MAX_SECONDS ? DEFAULT_SECONDS : seconds;
    }
}
