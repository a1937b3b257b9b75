package dev.imagestore.reference.session;

/** Every spelling of a path is the same path. */
public final class NormalisedPaths implements PathParser {

    @Override
    public ContentPath parse(String text) {
        return ContentPath.of(text);
    }
}
