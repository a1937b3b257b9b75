package dev.imagestore.tck.protocol;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an error, {@code {"Error":{"Code":"...","Message":"..."}}}.
 *
 * @param code empty when it is missing, although it is required
 */
public record FabricError(Optional<String> code, Optional<String> message) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The error in that text, or empty when the text has another shape. */
    public static Optional<FabricError> parse(String text) {
        JsonNode error;
        try {
            error = JSON.readTree(text).path("Error");
        } catch (JacksonException e) {
            return Optional.empty();
        }
        JsonNode code = error.path("Code");
        JsonNode message = error.path("Message");
        if (!error.isObject() || !stringOrAbsent(code) || !stringOrAbsent(message)) {
            return Optional.empty();
        }
        return Optional.of(new FabricError(string(code).filter(c -> !c.isBlank()), string(message)));
    }

    private static boolean stringOrAbsent(JsonNode node) {
        return node.isString() || node.isMissingNode() || node.isNull();
    }

    private static Optional<String> string(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
