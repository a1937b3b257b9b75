package dev.imagestore.tck.protocol;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer to a question for the store's state, {@code ImageStoreInfo}.
 *
 * @param capacity of the disk, in bytes
 * @param available of that, in bytes
 * @param defects what in the body is not as the documented model has it, each as a short sentence
 */
public record InfoAnswer(Optional<Long> capacity, Optional<Long> available, List<String> defects) {

    private static final List<String> USAGES =
            List.of("UsedByMetadata", "UsedByStaging", "UsedByCopy", "UsedByRegister");

    public InfoAnswer {
        defects = List.copyOf(defects);
    }

    /** Never fails: what cannot be understood is a defect. */
    public static InfoAnswer parse(String text) {
        FieldReader fields = new FieldReader();
        return fields.tree(text)
                .map(body -> read(fields, body))
                .orElseGet(() -> new InfoAnswer(Optional.empty(), Optional.empty(), fields.defects()));
    }

    private static InfoAnswer read(FieldReader fields, JsonNode body) {
        JsonNode disk = object(fields, body, "DiskInfo");
        Optional<Long> capacity = fields.number(disk, "Capacity");
        Optional<Long> available = fields.number(disk, "AvailableSpace");
        for (String name : USAGES) {
            JsonNode usage = object(fields, body, name);
            fields.number(usage, "UsedSpace");
            fields.number(usage, "FileCount");
        }
        return new InfoAnswer(capacity, available, fields.defects());
    }

    private static JsonNode object(FieldReader fields, JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isObject()) {
            fields.defect(name + " is no object");
        }
        return node;
    }
}
