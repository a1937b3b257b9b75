package dev.imagestore.reference.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A lawful difference between servers: a name for one setting of one switch of {@link Behaviour}.
 *
 * @param subject what it is about; of two variants with one subject only one can be
 * @param requirement the id of the requirement that leaves room for it
 * @param sentence what the server does
 * @param told the options that tell a judge of the server about it, where it could not know
 */
public record Variant(
        String name,
        String subject,
        String requirement,
        String sentence,
        List<String> told,
        UnaryOperator<Behaviour> change) {

    public Variant {
        told = List.copyOf(told);
    }

    public static List<Variant> all() {
        return Variants.ALL;
    }

    public static List<String> names() {
        return all().stream().map(Variant::name).toList();
    }

    public static Optional<Variant> named(String name) {
        return all().stream().filter(variant -> variant.name.equals(name)).findFirst();
    }
}
