package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paths and queries that are read wrongly. */
final class PathMutants {

    private PathMutants() {}

    static List<Mutant> all() {
        return List.of(
                path(
                        "climbing-clamped",
                        "SEC-06",
                        2,
                        "Segments that climb above the root are dropped.",
                        real -> text -> real.parse(clamped(text))),
                path("strict-decoded-twice", "URI-11", 2, "Paths are decoded twice.", real -> text -> {
                            return real.parse(
                                    text.matches(".*%[0-9A-Fa-f]{2}.*")
                                            ? URLDecoder.decode(text, StandardCharsets.UTF_8)
                                            : text);
                        })
                        .in("strict-http"),
                Mutant.of(
                        "parameters-in-one-order",
                        "URI-01",
                        Family.PARSING,
                        3,
                        "A request of a session whose api-version is not the first parameter is refused.",
                        AlteredRules.queries(real -> query -> {
                            if (query.contains("session-id=") && !query.startsWith("api-version=")) {
                                throw AlteredRules.refused(Reason.ARGUMENT, "api-version is required");
                            }
                            return real.parse(query);
                        })),
                path(
                        "deep-folders-refused",
                        "URI-03",
                        3,
                        "Paths of more than five segments are refused.",
                        real -> text -> {
                            ContentPath right = real.parse(text);
                            if (right.segments().size() > 5) {
                                throw new RefusedException(Reason.PATH, "The path has too many segments");
                            }
                            return right;
                        }));
    }

    /** What is left of a path whose every step above the root is forgotten. */
    private static String clamped(String text) {
        List<String> left = new ArrayList<>();
        for (String segment : text.split("[/\\\\]", -1)) {
            if (!segment.equals("..")) {
                left.add(segment);
            } else if (!left.isEmpty()) {
                left.remove(left.size() - 1);
            }
        }
        return String.join("/", left);
    }

    private static Mutant path(
            String name, String requirement, int subtlety, String sentence, UnaryOperator<PathParser> change) {
        return Mutant.of(name, requirement, Family.CONFINEMENT, subtlety, sentence, AlteredRules.paths(change));
    }
}
