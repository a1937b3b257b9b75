package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.protocol.FabricErrorCodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be said of every answer of a run, whichever case it belongs to. Which of it a profile asserts, the features
 * say.
 *
 * @param words as a step says it, after "every answer of the run"
 * @param concerns the answers of which it says something
 * @param detail what an answer has instead, where it is no matter of status and code
 */
record AnswerProperty(
        String words,
        String expected,
        Predicate<Answer> concerns,
        Predicate<Answer> holds,
        Function<Answer, String> detail) {

    /** Errors of which the real system sends the status alone: authentication, and listings of nothing. */
    private static final Set<Integer> STATUS_ONLY = Set.of(401, 403, 404);

    private static final Pattern CODE = Pattern.compile("(FABRIC_)?E_[A-Z0-9_]+");

    static final AnswerProperty DECLARED_AS_JSON =
            ofHeader("was declared as JSON in UTF-8", "Content-Type", "application/json; charset=utf-8");

    static final AnswerProperty NOT_TO_BE_SNIFFED =
            ofHeader("forbade content sniffing", "X-Content-Type-Options", "nosniff");

    static final List<AnswerProperty> ALL = List.of(
            DECLARED_AS_JSON,
            NOT_TO_BE_SNIFFED,
            new AnswerProperty(
                    "had a body if it was an error",
                    "a FabricError",
                    answer -> isError(answer) && !STATUS_ONLY.contains(answer.status()),
                    answer -> answer.body().length() > 0,
                    answer -> "without a body"),
            new AnswerProperty(
                    "had a message if it was a FabricError",
                    "Error.Message, a string",
                    answer -> error(answer).isPresent(),
                    answer -> error(answer).flatMap(FabricError::message).isPresent(),
                    answer -> "without a message"),
            ofCode(
                    "had a documented code if it was a FabricError",
                    "a code of the published FabricErrorCodes",
                    FabricErrorCodes::documents),
            ofCode(
                    "had a name for its code if it was a FabricError",
                    "a code that is one word",
                    FabricErrorCodes::isName),
            new AnswerProperty(
                    "was not 416",
                    "400 for a range error",
                    AnswerProperty::isError,
                    answer -> answer.status() != 416,
                    answer -> ""),
            new AnswerProperty(
                    "had no validator",
                    "neither ETag nor Last-Modified",
                    answer -> true,
                    answer -> validators(answer).isEmpty(),
                    answer -> "with " + String.join(", ", validators(answer))),
            new AnswerProperty(
                    "had no reason phrase that names another error",
                    "a reason phrase that is the code of the error, or says nothing of codes",
                    answer -> code(answer).isPresent(),
                    answer -> !CODE.matcher(answer.reason()).matches()
                            || code(answer).equals(Optional.of(answer.reason())),
                    answer -> "under the reason phrase " + answer.reason()));

    static AnswerProperty saidAs(String words) {
        return ALL.stream()
                .filter(p -> p.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no property of answers called " + words));
    }

    private static AnswerProperty ofHeader(String words, String name, String value) {
        return new AnswerProperty(
                words,
                name + ": " + value,
                AnswerProperty::bearsHeaders,
                answer -> answer.headers(name).stream()
                        .map(AnswerProperty::plain)
                        .toList()
                        .equals(List.of(plain(value))),
                answer -> "with " + name + ": " + String.join(", ", answer.headers(name)));
    }

    private static AnswerProperty ofCode(String words, String expected, Predicate<String> holds) {
        return new AnswerProperty(
                words,
                expected,
                answer -> code(answer).isPresent(),
                answer -> code(answer).filter(holds).isPresent(),
                answer -> "");
    }

    private static List<String> validators(Answer answer) {
        return Stream.of("ETag", "Last-Modified")
                .filter(name -> answer.header(name).isPresent())
                .toList();
    }

    private static boolean isError(Answer answer) {
        return answer.status() >= 400;
    }

    private static boolean bearsHeaders(Answer answer) {
        return answer.body().length() > 0 || (answer.status() != 204 && !STATUS_ONLY.contains(answer.status()));
    }

    private static Optional<FabricError> error(Answer answer) {
        return isError(answer) ? FabricError.parse(answer.text()) : Optional.empty();
    }

    private static Optional<String> code(Answer answer) {
        return error(answer).flatMap(FabricError::code);
    }

    /** Without case, blanks and quotes, none of which means anything in these. */
    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[ \\t\"]", "");
    }
}
