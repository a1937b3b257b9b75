package dev.imagestore.reference.session;

import java.util.regex.Pattern;

/** Every spelling of a path is the same path, but one with a segment of dots is none. */
public final class PathsWithoutDots implements PathParser {

    private static final Pattern DOTS = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\])");

    @Override
    public ContentPath parse(String text) {
        if (DOTS.matcher(text).find()) {
            throw new RefusedException(Reason.PATH, "The content path has a segment of dots");
        }
        return ContentPath.of(text);
    }
}
