package dev.imagestore.tck.subject;

import dev.imagestore.tck.wire.Endpoint;

/**
 * A URL of the user's with a variable in it, such as {@code http://host/raw/{path}}.
 *
 * @param target what follows the authority, the variable included
 */
record HttpTemplate(Endpoint endpoint, String target, String variable) {

    /**
     * @param what what the template is of, for people
     * @param example a template as it should be; its variable is the one that is asked for
     * @throws IllegalArgumentException when the text is no http URL with the variable behind its host
     */
    static HttpTemplate parse(String what, String text, String example) {
        String variable = example.substring(example.indexOf('{'), example.indexOf('}') + 1);
        if (!text.contains(variable)) {
            throw new IllegalArgumentException(
                    "%s \"%s\" has no %s; expected one like %s".formatted(what, text, variable, example));
        }
        int origin = text.indexOf('/', text.indexOf("://") + 3);
        if (origin < 0 || origin > text.indexOf(variable)) {
            throw new IllegalArgumentException(
                    "%s \"%s\" has %s in its host; expected one like %s".formatted(what, text, variable, example));
        }
        return new HttpTemplate(Endpoint.parse(text.substring(0, origin)), text.substring(origin), variable);
    }

    /** The target of a request, with that in the place of the variable. */
    String with(String value) {
        return target.replace(variable, value);
    }
}
