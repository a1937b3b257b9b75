package dev.imagestore.reference.request;

import java.util.Map;

/** Reads the query of a request target. */
@FunctionalInterface
public interface QueryParser {

    /**
     * The parameters by their names, of repeated ones the first.
     *
     * @throws dev.imagestore.reference.session.RefusedException if the text is malformed
     */
    Map<String, String> parse(String query);
}
