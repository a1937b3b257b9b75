package dev.imagestore.tck.protocol;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an answer to a session query.
 *
 * @param sessions the entries that can be understood
 * @param defects what in the body is not as the documented model has it, each as a short sentence
 */
public record SessionsAnswer(List<SessionDescription> sessions, List<String> defects) {

    private static final JsonMapper JSON = new JsonMapper();

    public SessionsAnswer {
        sessions = List.copyOf(sessions);
        defects = List.copyOf(defects);
    }

    /** Never fails: what cannot be understood is a defect. */
    public static SessionsAnswer parse(String text) {
        try {
            return new Reader().read(JSON.readTree(text));
        } catch (JacksonException e) {
            return new SessionsAnswer(List.of(), List.of("the body is not JSON"));
        }
    }

    /** Collects defects on its way through one body. */
    private static final class Reader {
        private final List<String> defects = new ArrayList<>();

        SessionsAnswer read(JsonNode body) {
            JsonNode entries = body.path("UploadSessions");
            if (!entries.isArray()) {
                defects.add("UploadSessions is no array");
                return new SessionsAnswer(List.of(), defects);
            }
            List<SessionDescription> sessions = new ArrayList<>();
            entries.forEach(entry -> session(entry).ifPresent(sessions::add));
            return new SessionsAnswer(sessions, defects);
        }

        private Optional<SessionDescription> session(JsonNode entry) {
            Optional<String> path = string(entry, "StoreRelativePath");
            Optional<String> id = string(entry, "SessionId");
            Optional<Long> size = number(entry, "FileSize");
            string(entry, "ModifiedDate").ifPresent(this::date);
            Optional<List<ByteRange>> expected = ranges(entry.path("ExpectedRanges"));
            if (path.isEmpty() || id.isEmpty() || size.isEmpty() || expected.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new SessionDescription(path.get(), id.get(), size.get(), expected.get()));
        }

        private Optional<List<ByteRange>> ranges(JsonNode list) {
            if (!list.isArray()) {
                defects.add("ExpectedRanges is no array");
                return Optional.empty();
            }
            List<ByteRange> ranges = new ArrayList<>();
            for (JsonNode entry : list) {
                Optional<Long> first = number(entry, "StartPosition");
                Optional<Long> last = number(entry, "EndPosition");
                if (first.isEmpty() || last.isEmpty()) {
                    return Optional.empty();
                }
                if (first.get() < 0 || last.get() < first.get()) {
                    defects.add("ExpectedRanges has the impossible range %d-%d".formatted(first.get(), last.get()));
                    return Optional.empty();
                }
                ranges.add(new ByteRange(first.get(), last.get()));
            }
            return Optional.of(ranges);
        }

        private Optional<String> string(JsonNode entry, String name) {
            JsonNode node = entry.path(name);
            if (node.isString()) {
                return Optional.of(node.stringValue());
            }
            defects.add(name + (node.isMissingNode() ? " is missing" : " is no string"));
            return Optional.empty();
        }

        /** A 64-bit number in a string; a bare number is understood, but a defect. */
        private Optional<Long> number(JsonNode entry, String name) {
            JsonNode node = entry.path(name);
            if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
                defects.add(name + " is a number, not a string");
                return Optional.of(node.longValue());
            }
            Optional<String> text = string(entry, name);
            return text.flatMap(digits -> decimal(name, digits));
        }

        private Optional<Long> decimal(String name, String digits) {
            try {
                if (digits.matches("\\d+")) {
                    return Optional.of(Long.parseLong(digits));
                }
            } catch (NumberFormatException e) {
                // beyond 64 bits: told below
            }
            defects.add(name + " is no decimal number of 64 bits");
            return Optional.empty();
        }

        private void date(String text) {
            try {
                OffsetDateTime.parse(text.replace(' ', 'T'));
            } catch (DateTimeException e) {
                defects.add("ModifiedDate is no RFC 3339 date-time");
            }
        }
    }
}
