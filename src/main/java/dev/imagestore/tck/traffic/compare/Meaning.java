package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.traffic.Rewriting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares JSON by meaning: the order of fields and of entries, and whether a number is written as a string, do not count;
 * dates and versions are the server's own. Paths are mapped back.
 */
final class Meaning {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OWN = Set.of("ModifiedDate", "FileVersion", "ContinuationToken");

    private static final String PATH = "StoreRelativePath";
    private static final int LONGEST = 80;

    /**
     * The first place where two bodies differ.
     *
     * @param where such as {@code StoreFiles[a/b].FileSize}; empty when it is the whole
     */
    record Unlike(String where, String recorded, String observed) {

        String expectation() {
            return (where + " " + recorded).strip();
        }

        String observation() {
            return (where + " " + observed).strip();
        }
    }

    private Meaning() {}

    /** Where the two differ first; empty when they mean the same. */
    static Optional<Unlike> difference(String recorded, String observed, Rewriting rewriting) {
        if (recorded.isBlank() && observed.isBlank()) {
            return Optional.empty();
        }
        try {
            return difference(
                    "",
                    normal("", JSON.readTree(recorded), text -> text.replace('\\', '/')),
                    normal("", JSON.readTree(observed), rewriting::back));
        } catch (JacksonException e) {
            return recorded.equals(observed)
                    ? Optional.empty()
                    : Optional.of(new Unlike("", text(recorded), text(observed)));
        }
    }

    private static Object normal(String name, JsonNode node, UnaryOperator<String> path) {
        if (node.isObject()) {
            TreeMap<String, Object> fields = new TreeMap<>();
            node.properties().stream()
                    .filter(field -> !OWN.contains(field.getKey()))
                    .forEach(field -> fields.put(field.getKey(), normal(field.getKey(), field.getValue(), path)));
            return fields;
        }
        if (node.isArray()) {
            List<Object> entries = new ArrayList<>();
            node.forEach(entry -> entries.add(normal(name, entry, path)));
            entries.sort(Comparator.comparing(Meaning::path).thenComparing(Object::toString));
            return entries;
        }
        String text = node.asString("null");
        return name.equals(PATH) ? path.apply(text) : text;
    }

    private static Optional<Unlike> difference(String where, Object one, Object other) {
        if (one instanceof Map<?, ?> mine && other instanceof Map<?, ?> its) {
            Set<String> names = new TreeSet<>();
            mine.keySet().forEach(name -> names.add(name.toString()));
            its.keySet().forEach(name -> names.add(name.toString()));
            return names.stream()
                    .map(name -> difference(
                            where.isEmpty() ? name : where + "." + name, or(mine.get(name)), or(its.get(name))))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (one instanceof List<?> mine && other instanceof List<?> its) {
            return mine.size() == its.size()
                    ? difference(where, mine, its)
                    : Optional.of(new Unlike(where, entries(mine, its), entries(its, mine)));
        }
        return one.equals(other) ? Optional.empty() : Optional.of(new Unlike(where, text(one), text(other)));
    }

    private static Optional<Unlike> difference(String where, List<?> mine, List<?> its) {
        for (int i = 0; i < mine.size(); i++) {
            Object one = or(mine.get(i));
            Optional<Unlike> found =
                    difference(where + "[" + (path(one).isEmpty() ? i : path(one)) + "]", one, or(its.get(i)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** How many there are, and the first that the others lack. */
    private static String entries(List<?> mine, List<?> its) {
        return mine.size()
                + (mine.size() == 1 ? " entry" : " entries")
                + mine.stream()
                        .filter(entry -> !its.contains(entry))
                        .findFirst()
                        .map(entry -> ", among them " + (path(entry).isEmpty() ? text(entry) : path(entry)))
                        .orElse("");
    }

    private static String path(Object entry) {
        return entry instanceof Map<?, ?> fields && fields.get(PATH) != null ? String.valueOf(fields.get(PATH)) : "";
    }

    private static String text(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static Object or(@Nullable Object value) {
        return value == null ? "(absent)" : value;
    }
}
