package dev.imagestore.tck.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer to a session query.
 *
 * @param sessions the entries that can be understood
 * @param defects what in the body is not as the documented model has it, each as a short sentence
 */
public record SessionsAnswer(List<SessionDescription> sessions, List<String> defects) {

    public SessionsAnswer {
        sessions = List.copyOf(sessions);
        defects = List.copyOf(defects);
    }

    /** Never fails: what cannot be understood is a defect. */
    public static SessionsAnswer parse(String text) {
        Reader reader = new Reader();
        List<SessionDescription> sessions =
                reader.fields.tree(text).map(reader::sessions).orElse(List.of());
        return new SessionsAnswer(sessions, reader.fields.defects());
    }

    /** Collects defects on its way through one body. */
    private static final class Reader {
        private final FieldReader fields = new FieldReader();

        List<SessionDescription> sessions(JsonNode body) {
            JsonNode entries = body.path("UploadSessions");
            if (!entries.isArray()) {
                fields.defect("UploadSessions is no array");
                return List.of();
            }
            List<SessionDescription> sessions = new ArrayList<>();
            entries.forEach(entry -> session(entry).ifPresent(sessions::add));
            return sessions;
        }

        private Optional<SessionDescription> session(JsonNode entry) {
            Optional<String> path = fields.string(entry, "StoreRelativePath");
            Optional<String> id = fields.string(entry, "SessionId");
            Optional<Long> size = fields.number(entry, "FileSize");
            Optional<Instant> modified = fields.instant(entry, "ModifiedDate");
            Optional<List<ByteRange>> expected = ranges(entry.path("ExpectedRanges"));
            if (path.isEmpty() || id.isEmpty() || size.isEmpty() || expected.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new SessionDescription(path.get(), id.get(), size.get(), modified, expected.get()));
        }

        private Optional<List<ByteRange>> ranges(JsonNode list) {
            if (!list.isArray()) {
                fields.defect("ExpectedRanges is no array");
                return Optional.empty();
            }
            List<ByteRange> ranges = new ArrayList<>();
            for (JsonNode entry : list) {
                Optional<Long> first = fields.number(entry, "StartPosition");
                Optional<Long> last = fields.number(entry, "EndPosition");
                if (first.isEmpty() || last.isEmpty()) {
                    return Optional.empty();
                }
                if (first.get() < 0 || last.get() < first.get()) {
                    fields.defect("ExpectedRanges has the impossible range %d-%d".formatted(first.get(), last.get()));
                    return Optional.empty();
                }
                ranges.add(new ByteRange(first.get(), last.get()));
            }
            return Optional.of(ranges);
        }
    }
}
