package dev.imagestore.reference.behaviour;

import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import dev.imagestore.reference.behaviour.Behaviour.Duplicates;
import dev.imagestore.reference.behaviour.Behaviour.Overlaps;
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
                behaviour -> behaviour.withRangeRefusalStatus(status));
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
