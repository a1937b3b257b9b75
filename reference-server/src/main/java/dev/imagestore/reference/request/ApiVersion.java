package dev.imagestore.reference.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version {@code MAJOR.MINOR}, ordered by its components: 6.10 comes after 6.9. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");

    /**
     * Reads the form that {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static ApiVersion parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version of the form MAJOR.MINOR");
        }
        return new ApiVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
