package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Operation;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers that say something else than what was done. */
final class AnswerMutants {

    private static final String STRICT = "strict-http";
    private static final String FABRIC = "service-fabric";
    private static final String REFUSED_BUT_STORED = "https://github.com/microsoft/service-fabric-cli/issues/15";

    private AnswerMutants() {}

    static List<Mutant> all() {
        return List.of(
                error(
                        "errors-in-html",
                        "ERR-01",
                        1,
                        "Errors are pages of HTML.",
                        reason -> true,
                        text -> "<html><body><h1>Bad Request</h1></body></html>"),
                error(
                        "errors-not-nested",
                        "ERR-01",
                        2,
                        "Errors lack the object around code and message.",
                        reason -> true,
                        text -> text.replaceFirst("\\{\"Error\":(.*)}", "$1")),
                error(
                        "range-errors-in-text",
                        "ERR-01",
                        3,
                        "Range errors are plain text.",
                        reason -> reason == Reason.RANGE,
                        text -> "Requested Range Not Satisfiable"),
                error(
                        "codes-missing",
                        "ERR-02",
                        2,
                        "Errors have a message, but no code.",
                        reason -> true,
                        text -> text.replaceFirst("\"Code\":\"[^\"]*\",", "")),
                error(
                        "codes-in-small-letters",
                        "ERR-02",
                        2,
                        "The name of the field Code is spelt in small letters.",
                        reason -> true,
                        text -> text.replace("\"Code\"", "\"code\"")),
                granted(
                        "missing-range-dropped",
                        "CR-04",
                        2,
                        "A chunk without Content-Range is answered 200 and dropped.",
                        (operation, refusal) -> refusal.message().equals("Content-Range is required")),
                granted(
                        "range-behind-end-dropped",
                        "CR-08",
                        2,
                        "A chunk whose range leaves the file is answered 200 and dropped.",
                        (operation, refusal) -> refusal.message()
                                        .matches(".*bytes (\\d+)-(\\d+)/(\\d+)' is not a range inside the file")
                                && !refusal.message().matches(".*(\\d{17,}).*")
                                && behindEnd(refusal.message())),
                granted(
                        "incomplete-commit-answered-200",
                        "COM-04",
                        1,
                        "A commit that is refused for a gap is answered 200.",
                        (operation, refusal) -> operation == Operation.COMMIT
                                && refusal.message().contains("still expects")),
                granted(
                        "conflict-answered-200",
                        "SID-10",
                        2,
                        "A chunk for another path is dropped and answered 200.",
                        (operation, refusal) -> refusal.reason() == Reason.SESSION_CONFLICT),
                granted(
                        "other-length-answered-200",
                        "CR-34",
                        2,
                        "A chunk for another length is dropped and answered 200.",
                        (operation, refusal) -> refusal.message().contains("is for a file of")),
                granted(
                        "unknown-version-answered-200",
                        "VER-05",
                        2,
                        "A version above that of the runtime is answered 200, and nothing is done.",
                        (operation, refusal) ->
                                refusal.message().matches("api-version [7-9]\\d*\\.\\d+ is not within.*")),
                status(
                        "fabric-range-416",
                        "ERR-05",
                        "A refused range is answered 416.",
                        reason -> reason == Reason.RANGE,
                        416,
                        FABRIC),
                status(
                        "fabric-conflict-400",
                        "SID-10",
                        "A chunk for another path is answered 400.",
                        reason -> reason == Reason.SESSION_CONFLICT,
                        400,
                        FABRIC),
                unknown(
                        "fabric-unknown-delete-400",
                        "DEL-03",
                        "The deletion of an unknown session is answered 400.",
                        Operation.DELETE_SESSION,
                        FABRIC),
                unknown(
                        "strict-unknown-commit-400",
                        "COM-06",
                        "The commit of an unknown session is answered 400.",
                        Operation.COMMIT,
                        STRICT),
                Mutant.of(
                                "fabric-codes-of-http",
                                "ERR-04",
                                Family.ERRORS,
                                2,
                                "A refused range has a code of HTTP.",
                                Replies.refused(
                                        (operation, refusal) -> refusal.reason() == Reason.RANGE,
                                        (operation, reply) -> Replies.text(
                                                reply,
                                                text -> text.replace(
                                                        "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
                                                        "RangeNotSatisfiable"))))
                        .in(FABRIC),
                Mutant.of(
                                "strict-unknown-route-200",
                                "HTTP-01",
                                Family.FRAMING,
                                2,
                                "An unknown route is answered 200.",
                                Replies.error(404, reply -> Replies.status(reply, 200)))
                        .in(STRICT),
                Mutant.of(
                                "strict-wrong-method-200",
                                "HTTP-02",
                                Family.FRAMING,
                                2,
                                "A method that is not allowed is answered 200.",
                                Replies.error(405, reply -> Replies.status(reply, 200)))
                        .in(STRICT),
                Mutant.of(
                        "chunk-answered-202",
                        "CHK-01",
                        Family.ERRORS,
                        2,
                        "A chunk is answered 202.",
                        Replies.done(Operation.UPLOAD_CHUNK, reply -> Replies.status(reply, 202))),
                Mutant.of(
                                "stored-chunk-answered-400",
                                "CHK-01",
                                Family.ERRORS,
                                1,
                                "A chunk is stored, and answered 400.",
                                Replies.done(Operation.UPLOAD_CHUNK, reply -> Replies.status(reply, 400)))
                        .seenAt(REFUSED_BUT_STORED),
                Mutant.of(
                        "delete-answered-202",
                        "DEL-01",
                        Family.DELETE,
                        2,
                        "The deletion of a session is answered 202.",
                        Replies.done(Operation.DELETE_SESSION, reply -> Replies.status(reply, 202))),
                expected(
                        "end-exclusive",
                        "QRY-03",
                        2,
                        "The end of an expected range is the position behind its last byte.",
                        gaps -> gaps.stream()
                                .map(gap -> new ByteRange(gap.first(), gap.last() + 1))
                                .toList()),
                expected(
                        "start-one-early",
                        "QRY-03",
                        2,
                        "The start of an expected range is the last byte that was received.",
                        gaps -> gaps.stream()
                                .map(gap -> new ByteRange(Math.max(0, gap.first() - 1), gap.last()))
                                .toList()),
                expected(
                        "first-gap-only",
                        "QRY-03",
                        2,
                        "Of several expected ranges the first is told.",
                        gaps -> gaps.stream().limit(1).toList()),
                expected(
                        "last-gap-missing",
                        "QRY-03",
                        3,
                        "Of several expected ranges the last is left out.",
                        gaps -> gaps.size() > 1 ? gaps.subList(0, gaps.size() - 1) : gaps),
                expected(
                        "hull-of-gaps",
                        "QRY-03",
                        2,
                        "The expected ranges are told as one, from the first byte to the last.",
                        gaps -> gaps.isEmpty()
                                ? gaps
                                : List.of(new ByteRange(
                                        gaps.get(0).first(),
                                        gaps.get(gaps.size() - 1).last()))),
                expected(
                        "byte-gaps-hidden",
                        "QRY-03",
                        3,
                        "Expected ranges of a single byte are left out.",
                        gaps -> gaps.stream().filter(gap -> gap.length() > 1).toList()),
                expected(
                        "complete-expects-byte",
                        "QRY-04",
                        2,
                        "A session that has all its bytes expects the first.",
                        gaps -> gaps.isEmpty() ? List.of(new ByteRange(0, 0)) : gaps),
                Mutant.of(
                        "session-listed-twice",
                        "QRY-01",
                        Family.QUERY,
                        2,
                        "A session is listed twice.",
                        AlteredViews.list(sessions -> Stream.concat(sessions.stream(), sessions.stream())
                                .toList())),
                text(
                        "sessions-without-list",
                        "QRY-01",
                        1,
                        "A session is told without the list around it.",
                        text -> text.replaceFirst("\\{\"UploadSessions\":\\[(.*)]}", "$1")),
                text(
                        "numbers-bare",
                        "QRY-02",
                        2,
                        "64-bit numbers are bare.",
                        text -> text.replaceAll("(\"(?:FileSize|StartPosition|EndPosition)\":)\"(\\d+)\"", "$1$2")),
                text(
                        "file-size-missing",
                        "QRY-02",
                        2,
                        "The length of the file is not told.",
                        text -> text.replaceAll("\"FileSize\":\"\\d+\",", "")),
                text(
                        "field-names-in-camel-case",
                        "QRY-02",
                        2,
                        "Names of fields begin with a small letter.",
                        text -> text.replace("\"StoreRelativePath\"", "\"storeRelativePath\"")
                                .replace("\"SessionId\"", "\"sessionId\"")),
                text(
                        "date-without-zone",
                        "QRY-02",
                        3,
                        "The date has no zone.",
                        text -> text.replaceAll("(\"ModifiedDate\":\"[^\"]*)Z\"", "$1\"")),
                text(
                        "empty-list-left-out",
                        "QRY-04",
                        2,
                        "The list of expected ranges is left out when it is empty.",
                        text -> text.replace(",\"ExpectedRanges\":[]", "")),
                text(
                        "empty-list-null",
                        "QRY-04",
                        3,
                        "The list of expected ranges is null when it is empty.",
                        text -> text.replace("\"ExpectedRanges\":[]", "\"ExpectedRanges\":null")),
                Mutant.of(
                        "date-of-first-chunk",
                        "QRY-10",
                        Family.QUERY,
                        2,
                        "The date of a session is that of its first chunk.",
                        parts -> {
                            Map<Upload, Instant> firsts = new ConcurrentHashMap<>();
                            return AlteredViews.each(session -> new SessionView(
                                            session.upload(),
                                            firsts.computeIfAbsent(session.upload(), key -> session.modified()),
                                            session.expectedRanges()))
                                    .apply(parts);
                        }),
                Mutant.of(
                        "date-of-answer",
                        "QRY-10",
                        Family.QUERY,
                        2,
                        "The date of a session is that of the answer.",
                        parts -> AlteredViews.each(session -> new SessionView(
                                        session.upload(), parts.clock().instant(), session.expectedRanges()))
                                .apply(parts)));
    }

    private static boolean behindEnd(String message) {
        long[] numbers = Pattern.compile("\\d+")
                .matcher(message)
                .results()
                .mapToLong(m -> Long.parseLong(m.group()))
                .toArray();
        return numbers[0] <= numbers[1] && numbers[1] > numbers[2];
    }

    private static Mutant error(
            String name,
            String requirement,
            int subtlety,
            String sentence,
            Predicate<Reason> which,
            UnaryOperator<String> change) {
        return Mutant.of(
                name,
                requirement,
                Family.ERRORS,
                subtlety,
                sentence,
                Replies.refused(
                        (operation, refusal) -> which.test(refusal.reason()),
                        (operation, reply) -> Replies.text(reply, change)));
    }

    private static Mutant granted(
            String name, String requirement, int subtlety, String sentence, BiPredicate<Operation, Refusal> which) {
        return Mutant.of(name, requirement, Family.ERRORS, subtlety, sentence, Replies.granting(which));
    }

    private static Mutant status(
            String name, String requirement, String sentence, Predicate<Reason> which, int status, String profile) {
        return Mutant.of(
                        name,
                        requirement,
                        Family.ERRORS,
                        2,
                        sentence,
                        Replies.refused(
                                (operation, refusal) -> which.test(refusal.reason()),
                                (operation, reply) -> Replies.status(reply, status)))
                .in(profile);
    }

    private static Mutant unknown(
            String name, String requirement, String sentence, Operation operation, String profile) {
        return Mutant.of(name, requirement, Family.ERRORS, 2, sentence, Replies.unknownAsArgument(operation))
                .in(profile);
    }

    private static Mutant expected(
            String name, String requirement, int subtlety, String sentence, UnaryOperator<List<ByteRange>> change) {
        return Mutant.of(name, requirement, Family.QUERY, subtlety, sentence, AlteredViews.expected(change));
    }

    private static Mutant text(
            String name, String requirement, int subtlety, String sentence, UnaryOperator<String> change) {
        return Mutant.of(name, requirement, Family.QUERY, subtlety, sentence, AlteredViews.text(change));
    }
}
