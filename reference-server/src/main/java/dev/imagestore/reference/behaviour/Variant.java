package dev.imagestore.reference.behaviour;

import dev.imagestore.reference.behaviour.Answers.UnknownQuery;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import dev.imagestore.reference.behaviour.Behaviour.Duplicates;
import dev.imagestore.reference.behaviour.Behaviour.Overlaps;
import dev.imagestore.reference.behaviour.Contents.EmptyFolders;
import dev.imagestore.reference.behaviour.Contents.PartialUploads;
import dev.imagestore.reference.behaviour.Contents.Separator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A lawful difference between servers: a name for one setting of one switch of {@link Behaviour}.
 *
 * @param requirement the id of the requirement that leaves room for it
 * @param sentence what the server does
 */
public record Variant(String name, String requirement, String sentence, UnaryOperator<Behaviour> change) {

    private static final List<Variant> ALL = List.of(
            new Variant(
                    "duplicates-accepted",
                    "CHK-06",
                    "An exact duplicate of a received chunk is accepted and its bytes are ignored.",
                    behaviour -> behaviour.with(Duplicates.ACCEPTED)),
            new Variant(
                    "duplicates-refused",
                    "CHK-06",
                    "An exact duplicate of a received chunk is refused.",
                    behaviour -> behaviour.with(Duplicates.REFUSED)),
            new Variant(
                    "overlaps-accepted",
                    "CHK-05",
                    "Of a chunk that overlaps received bytes, only the missing ones are taken.",
                    behaviour -> behaviour.with(Overlaps.MISSING_BYTES_TAKEN)),
            rangeRefusedWith(400),
            rangeRefusedWith(409),
            rangeRefusedWith(416),
            new Variant(
                    "unknown-query-204",
                    "QRY-05",
                    "A query that finds no session is answered with 204.",
                    behaviour -> behaviour.with(behaviour.answers().with(UnknownQuery.NO_CONTENT))),
            new Variant(
                    "partial-upload-taken",
                    "CR-35",
                    "The Content-Range of the upload of a whole file is ignored.",
                    behaviour -> behaviour.with(behaviour.contents().with(PartialUploads.TAKEN_AS_WHOLE))),
            new Variant(
                    "empty-folder-204",
                    "GET-06",
                    "An empty folder is answered with 204, an empty root with an error.",
                    behaviour -> behaviour.with(behaviour.contents().with(EmptyFolders.NOT_LISTED))),
            new Variant(
                    "listed-with-backslash",
                    "GET-07",
                    "Listed paths have backslashes between their segments.",
                    behaviour -> behaviour.with(behaviour.contents().with(Separator.BACKSLASH))),
            new Variant(
                    "session-gone",
                    "QRY-08",
                    "A committed session is gone.",
                    behaviour -> behaviour.with(AfterCommit.GONE)),
            new Variant(
                    "session-kept",
                    "QRY-08",
                    "A committed session is still listed, complete, and may be committed again.",
                    behaviour -> behaviour.with(AfterCommit.KEPT)));

    private static Variant rangeRefusedWith(int status) {
        return new Variant(
                "range-" + status,
                "ERR-05",
                "A refused range is answered with " + status + ".",
                behaviour -> behaviour.with(behaviour.answers().withRangeRefusalStatus(status)));
    }

    public static List<Variant> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Variant::name).toList();
    }

    public static Optional<Variant> named(String name) {
        return ALL.stream().filter(variant -> variant.name.equals(name)).findFirst();
    }
}
