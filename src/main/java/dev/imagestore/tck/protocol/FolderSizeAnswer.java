package dev.imagestore.tck.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The body of an answer to a question for a size, {@code FolderSizeInfo}.
 *
 * @param path the StoreRelativePath as it was written
 * @param size in bytes; empty when it cannot be understood
 * @param defects what in the body is not as the documented model has it, each as a short sentence
 */
public record FolderSizeAnswer(Optional<String> path, Optional<Long> size, List<String> defects) {

    public FolderSizeAnswer {
        defects = List.copyOf(defects);
    }

    /** Never fails: what cannot be understood is a defect. */
    public static FolderSizeAnswer parse(String text) {
        FieldReader fields = new FieldReader();
        return fields.tree(text)
                .map(body -> new FolderSizeAnswer(
                        fields.string(body, "StoreRelativePath"), fields.number(body, "FolderSize"), fields.defects()))
                .orElseGet(() -> new FolderSizeAnswer(Optional.empty(), Optional.empty(), fields.defects()));
    }
}
