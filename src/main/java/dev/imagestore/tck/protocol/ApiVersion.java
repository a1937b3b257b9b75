package dev.imagestore.tck.protocol;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the API or of a runtime, {@code MAJOR.MINOR}; compared by component. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");
    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException when the text is not of the form {@code 6.5}
     */
    public static ApiVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is no version; expected one like 6.5".formatted(text));
        }
        return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public ApiVersion nextMinor() {
        return new ApiVersion(major, minor + 1);
    }

    public ApiVersion nextMajor() {
        return new ApiVersion(major + 1, 0);
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
