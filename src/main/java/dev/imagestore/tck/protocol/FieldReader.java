package dev.imagestore.tck.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the documented fields of one body and collects, as short sentences, what is not as the model has it. */
final class FieldReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> defects = new ArrayList<>();

    /** The body as a tree, or empty, with its defect, when it is none. */
    Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            defect("the body is not JSON");
            return Optional.empty();
        }
    }

    void defect(String sentence) {
        if (!defects.contains(sentence)) {
            defects.add(sentence);
        }
    }

    List<String> defects() {
        return List.copyOf(defects);
    }

    Optional<String> string(JsonNode entry, String name) {
        JsonNode node = entry.path(name);
        if (node.isString()) {
            return Optional.of(node.stringValue());
        }
        defect(name + (node.isMissingNode() ? " is missing" : " is no string"));
        return Optional.empty();
    }

    /** A 64-bit number in a string; a bare number is understood, but a defect. */
    Optional<Long> number(JsonNode entry, String name) {
        JsonNode node = entry.path(name);
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
            defect(name + " is a number, not a string");
            return Optional.of(node.longValue());
        }
        Optional<String> text = string(entry, name);
        return text.flatMap(digits -> decimal(name, digits));
    }

    /** A date-time of RFC 3339; as it was written, whether it is one or not. */
    Optional<String> date(JsonNode entry, String name) {
        instant(entry, name);
        return Optional.of(entry.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** The moment that a date-time of RFC 3339 names. */
    Optional<Instant> instant(JsonNode entry, String name) {
        Optional<String> text = string(entry, name);
        return text.flatMap(written -> instant(name, written));
    }

    private Optional<Instant> instant(String name, String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            defect(name + " is no RFC 3339 date-time");
            return Optional.empty();
        }
    }

    private Optional<Long> decimal(String name, String digits) {
        try {
            if (digits.matches("\\d+")) {
                return Optional.of(Long.parseLong(digits));
            }
        } catch (NumberFormatException e) {
            // beyond 64 bits: told below
        }
        defect(name + " is no decimal number of 64 bits");
        return Optional.empty();
    }
}
