package dev.imagestore.tck.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer to a content listing, {@code ImageStoreContent}.
 *
 * @param files the entries of StoreFiles that have a path
 * @param folders the entries of StoreFolders that have a path
 * @param continuation the token that leads to the rest of a list that is not complete
 * @param defects what in the body is not as the documented model has it, each as a short sentence
 */
public record ContentAnswer(
        List<ListedFile> files, List<ListedFolder> folders, Optional<String> continuation, List<String> defects) {

    public ContentAnswer {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        defects = List.copyOf(defects);
    }

    /** Never fails: what cannot be understood is a defect. */
    public static ContentAnswer parse(String text) {
        FieldReader fields = new FieldReader();
        return fields.tree(text)
                .map(body -> new ContentAnswer(
                        entries(fields, body, "StoreFiles", entry -> file(fields, entry)),
                        entries(fields, body, "StoreFolders", entry -> folder(fields, entry)),
                        continuation(body),
                        fields.defects()))
                .orElseGet(() -> new ContentAnswer(List.of(), List.of(), Optional.empty(), fields.defects()));
    }

    private static <T> List<T> entries(
            FieldReader fields, JsonNode body, String name, Function<JsonNode, Optional<T>> reader) {
        JsonNode list = body.path(name);
        if (list.isMissingNode() || list.isNull()) {
            fields.defect(name + " is missing");
            return List.of();
        }
        if (!list.isArray()) {
            fields.defect(name + " is no array");
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        list.forEach(entry -> reader.apply(entry).ifPresent(entries::add));
        return entries;
    }

    private static Optional<ListedFile> file(FieldReader fields, JsonNode entry) {
        Optional<String> path = fields.string(entry, "StoreRelativePath");
        Optional<Long> size = fields.number(entry, "FileSize");
        Optional<String> modified = fields.date(entry, "ModifiedDate");
        version(fields, entry.path("FileVersion"));
        return path.map(p -> new ListedFile(p, size, modified));
    }

    private static void version(FieldReader fields, JsonNode version) {
        if (!version.isObject()) {
            fields.defect("FileVersion is no object");
            return;
        }
        fields.number(version, "EpochDataLossNumber");
        fields.number(version, "VersionNumber");
        fields.number(version, "EpochConfigurationNumber");
    }

    private static Optional<ListedFolder> folder(FieldReader fields, JsonNode entry) {
        Optional<String> path = fields.string(entry, "StoreRelativePath");
        Optional<Long> count = fields.number(entry, "FileCount");
        return path.map(p -> new ListedFolder(p, count));
    }

    private static Optional<String> continuation(JsonNode body) {
        JsonNode token = body.path("ContinuationToken");
        return token.isString() && !token.stringValue().isEmpty() ? Optional.of(token.stringValue()) : Optional.empty();
    }
}
