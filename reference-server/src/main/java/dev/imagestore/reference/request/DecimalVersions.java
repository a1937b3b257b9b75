package dev.imagestore.reference.request;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a version as a decimal number, the way the gateway does: blanks and a sign before it and any text behind it are
 * tolerated, what is no number is zero. Serves 1.0 up to the version of the runtime.
 */
final class DecimalVersions implements VersionRule {

    private static final Pattern FORM =
            Pattern.compile(" *([+-]?)(\\d*)(?:\\.(\\d*))?(?:[eE]([+-]?\\d{1,3}))?(.*)", Pattern.DOTALL);
    private static final Set<Character> DANGLING = Set.of('.', 'e', 'E');

    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal UNTYPED_ABSENCE = new BigDecimal("6.2");
    private static final int LONGEST = 40;

    private final BigDecimal highest;

    DecimalVersions(ApiVersion runtime) {
        this.highest = new BigDecimal(runtime.toString());
    }

    @Override
    public Dialect require(@Nullable String value) {
        BigDecimal version = number(value == null ? "" : value);
        if (version.compareTo(LOWEST) < 0 || version.compareTo(highest) > 0) {
            throw new RefusedException(
                    Reason.ARGUMENT, "api-version '" + value + "' is not within " + LOWEST + ".0 to " + highest);
        }
        boolean whole = version.compareTo(LOWEST) == 0 || version.compareTo(TWO) == 0 || version.compareTo(THREE) == 0;
        return new Dialect(version.compareTo(THREE) < 0, !whole, version.compareTo(UNTYPED_ABSENCE) >= 0);
    }

    private static BigDecimal number(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return BigDecimal.ZERO;
        }
        String whole = form.group(2);
        String fraction = form.group(3) == null ? "" : form.group(3);
        if (whole.isEmpty() && fraction.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String rest = form.group(5);
        if (!rest.isEmpty() && DANGLING.contains(rest.charAt(0))) {
            return BigDecimal.ZERO;
        }
        String exponent = form.group(4) == null ? "0" : form.group(4);
        return new BigDecimal(form.group(1) + "0" + whole + "." + fraction + "0e" + exponent);
    }
}
