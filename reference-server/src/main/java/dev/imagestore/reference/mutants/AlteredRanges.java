package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parsers of Content-Range that read one form wrong. */
final class AlteredRanges {

    private AlteredRanges() {}

    /** Reads a value of that form as if it were another one; all others are read right. */
    static UnaryOperator<Collaborators> reading(String form, Function<MatchResult, String> as) {
        Pattern pattern = Pattern.compile(form);
        return parts -> parts.with(values -> parts.ranges()
                .parse(values.stream()
                        .map(value -> pattern.matcher(value).replaceAll(as))
                        .toList()));
    }

    static UnaryOperator<Collaborators> lines(UnaryOperator<List<String>> change) {
        return parts -> parts.with(values -> parts.ranges().parse(change.apply(values)));
    }

    static UnaryOperator<Collaborators> refusing(Predicate<ContentRange> unloved) {
        return parts -> parts.with(values -> {
            ContentRange range = parts.ranges().parse(values);
            if (unloved.test(range)) {
                throw refused(range.toString());
            }
            return range;
        });
    }

    static UnaryOperator<Collaborators> refusingText(String form) {
        Pattern pattern = Pattern.compile(form);
        return parts -> parts.with(values -> {
            if (values.stream().anyMatch(value -> pattern.matcher(value).find())) {
                throw refused(values.toString());
            }
            return parts.ranges().parse(values);
        });
    }

    private static RefusedException refused(String range) {
        return new RefusedException(Reason.RANGE, "Content-Range '" + range + "' cannot be satisfied");
    }
}
