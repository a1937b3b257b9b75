package dev.imagestore.tck.verdict;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a failure came again when its case was run again, alone and with fresh names.
 *
 * @param failed how often the case failed, the first time included
 * @param runs how often it was run and judged
 */
public record Recurrence(int failed, int runs) {

    private static final String EACH_TIME = "deterministic";
    private static final Pattern NOW_AND_THEN = Pattern.compile("intermittent (\\d{1,9}) of (\\d{1,9})");

    public Recurrence {
        if (failed < 1 || runs < failed) {
            throw new IllegalArgumentException(failed + " failures in " + runs + " runs");
        }
    }

    /**
     * Reads what {@link #toString} writes, which does not tell how often a deterministic failure came.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Recurrence parse(String text) {
        if (text.equals(EACH_TIME)) {
            return new Recurrence(1, 1);
        }
        Matcher form = NOW_AND_THEN.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not tell how a failure came again");
        }
        return new Recurrence(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Whether it passed now and then. */
    public boolean isIntermittent() {
        return failed < runs;
    }

    /** {@code deterministic}, or {@code intermittent 1 of 4}. */
    @Override
    public String toString() {
        return isIntermittent() ? "intermittent %d of %d".formatted(failed, runs) : EACH_TIME;
    }
}
