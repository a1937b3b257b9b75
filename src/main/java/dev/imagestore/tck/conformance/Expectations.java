package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.StoredFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what the target did against what is expected of it. */
final class Expectations {

    /** What changes which files there are. */
    private static final Set<Operation> PUBLISHING = EnumSet.of(Operation.COMMIT, Operation.COPY, Operation.DELETE);

    /** The requirements that many cases witness beside their own. */
    private static final Optional<String> RANGES = Optional.of("QRY-03");

    private static final Optional<String> NOTHING_MISSING = Optional.of("QRY-04");

    static final Optional<String> PUBLISHED = Optional.of("COM-02");

    private final Conversation conversation;

    Expectations(Conversation conversation) {
        this.conversation = conversation;
    }

    /** A precondition, not the point of the case: without it nothing can be said. */
    void established(Attempt attempt) {
        if (!attempt.accepted()) {
            throw Undecided.inconclusive("a precondition failed: the %s was answered %s"
                    .formatted(attempt.operation().word(), attempt.observed()));
        }
    }

    void accepted(Attempt attempt) {
        answeredForGood(attempt);
        if (attempt.timedOut()) {
            throw attempt.timeIsUp()
                    ? Undecided.untested("the time that the request states was up: " + attempt.observed())
                    : Undecided.inconclusive("the target took too long: 504");
        }
        check(
                answered(attempt, Expectation.Answer.ACCEPTED),
                witness(attempt),
                attempt.accepted(),
                "the %s to be accepted, 2xx".formatted(word(attempt)),
                attempt.observed());
    }

    /** A chunk that fills a range which the target has just listed as missing. */
    void acceptedAsExpected(Attempt attempt) {
        answeredForGood(attempt);
        check(
                answered(attempt, Expectation.Answer.ACCEPTED),
                RANGES,
                attempt.accepted(),
                "a chunk that is still expected to be accepted, 2xx",
                attempt.observed());
    }

    /** Answered as stated to the number; a refusal has changed nothing, a success is one in every respect. */
    void answered(Attempt attempt, StatedAnswer stated) {
        if (stated.isSuccess()) {
            accepted(attempt);
        } else {
            answeredForGood(attempt);
            unchanged(attempt);
        }
        asStated(attempt, stated, stated.toString());
    }

    /** Refused, as the profile states it if it does, and nothing changed by it. */
    void refused(Attempt attempt) {
        answeredForGood(attempt);
        check(
                answered(attempt, Expectation.Answer.REFUSED),
                Optional.empty(),
                attempt.refused(),
                "the %s to be refused, not 2xx".formatted(word(attempt)),
                attempt.observed());
        unchanged(attempt);
        conversation.statedRefusal().ifPresent(stated -> asStated(attempt, stated, "the refusal " + stated));
        if (attempt.status() >= 500 && conversation.statedRefusal().isEmpty()) {
            conversation
                    .log()
                    .warn("refused with " + attempt.observed() + "; a client takes 5xx for a failure of the server");
        }
    }

    void refusedOrAccepted(Attempt attempt) {
        answeredForGood(attempt);
        check(
                answered(attempt, Expectation.Answer.ANY),
                Optional.empty(),
                attempt.accepted() || attempt.refused(),
                "an answer",
                attempt.observed());
        unchanged(attempt);
    }

    void missing(Upload upload, RangeSet expected) {
        RangeSet missing = known(upload).missing();
        check(
                Optional.of(new Expectation.Missing(upload.sessionId(), expected, expected)),
                expected.equals(RangeSet.EMPTY) ? NOTHING_MISSING : RANGES,
                missing.equals(expected),
                "expected ranges " + expected.beside(missing),
                "expected ranges " + missing.beside(expected));
    }

    /** Missing are at least the one and at most the other. */
    void missingBetween(Upload upload, RangeSet least, RangeSet most) {
        RangeSet missing = known(upload).missing();
        check(
                Optional.of(new Expectation.Missing(upload.sessionId(), least, most)),
                RANGES,
                most.containsAll(missing) && missing.containsAll(least),
                "expected ranges %s, or less, down to %s".formatted(most.beside(missing), least.beside(missing)),
                "expected ranges " + missing.beside(most));
    }

    /** The session as the target describes it, which it must be able to. */
    dev.imagestore.tck.protocol.SessionDescription known(Upload upload) {
        SessionReading reading = conversation.session(upload);
        return reading.session()
                .orElseThrow(() -> CheckFailed.about(
                                reading.defects().isEmpty() ? unknown(upload) : "QRY-02",
                                "a description of the session",
                                reading.toString())
                        .provenBy(described(upload)));
    }

    /** A target that does not know an open session: a complete one, or any. */
    private static String unknown(Upload upload) {
        return upload.missing().equals(RangeSet.EMPTY) ? "QRY-04" : "QRY-01";
    }

    /** A reading says what it should; one that says nothing at all is a matter of how sessions are asked for first. */
    void reads(Upload upload, SessionReading reading, Optional<Expectation> proof, boolean holds, String expected) {
        boolean begun = begun(upload) && !upload.ended();
        Optional<String> about = reading.state() == SessionReading.State.UNREADABLE
                ? Optional.of(begun ? "QRY-01" : "QRY-05")
                : Optional.empty();
        check(proof, about, holds, expected, reading.toString());
    }

    /**
     * What is still expected; by the target's own word where it can be asked, else by its answers to the chunks. A session
     * of which no chunk was accepted need not be there.
     */
    RangeSet stillExpected(Upload upload) {
        if (!conversation.subject().claims(Operation.GET_SESSION)) {
            return upload.missing();
        }
        return begun(upload) || conversation.session(upload).state() != SessionReading.State.UNKNOWN
                ? known(upload).missing()
                : upload.missing();
    }

    private static boolean begun(Upload upload) {
        return !upload.missing().equals(RangeSet.whole(upload.length()));
    }

    void storedIs(Upload upload, FileContent content) {
        storedIs(upload, content, Optional.empty());
    }

    /** The uploaded file is there; a request that could have been refused was accepted. */
    void storedAfter(Attempt accepted) {
        Upload upload = accepted.upload();
        storedIs(upload, upload.content(), Optional.of(accepted));
    }

    private void storedIs(Upload upload, FileContent content, Optional<Attempt> unlessRefused) {
        stored(upload.path(), content, unlessRefused, PUBLISHED);
    }

    /** That very file is stored under the path. */
    void stored(String path, FileContent content) {
        stored(path, content, Optional.empty(), Optional.empty());
    }

    private void stored(
            String path, FileContent content, Optional<Attempt> unlessRefused, Optional<String> witnessOfAbsence) {
        StoredFile stored = conversation.files().read(path, List.of(content));
        Expectation file = file(path, content, stored);
        check(
                unlessRefused
                        .<Expectation>map(
                                a -> new Expectation.RefusedOr(a.exchange().number(), file))
                        .or(() -> Optional.of(file)),
                stored instanceof StoredFile.Absent ? witnessOfAbsence : Optional.empty(),
                stored instanceof StoredFile.Present present && present.is(0),
                "the file of %d bytes under %s".formatted(content.length(), path),
                described(stored));
    }

    /** Nothing is published there, though all that was sent has been accepted. */
    void nothingStored(Upload upload) {
        chunksAccepted();
        absent(upload.path());
    }

    void absent(String path) {
        StoredFile stored = conversation.files().read(path, List.of());
        check(
                Optional.of(new Expectation.NothingStored(path)),
                Optional.empty(),
                stored instanceof StoredFile.Absent,
                "no file under " + path,
                described(stored));
    }

    /** What the negative of a check on stored files needs, so that it does not hold of itself. */
    void chunksAccepted() {
        conversation.attempts().stream()
                .filter(a -> a.of(Operation.UPLOAD_CHUNK))
                .forEach(this::established);
    }

    /** What is said of the whole run holds everywhere. */
    void held(Tally tally, String expected, String nothingSeen) {
        if (tally.seen() == 0) {
            throw Undecided.untested(nothingSeen);
        }
        conversation.log().checked();
        List<Tally.Finding> findings = tally.findings();
        if (!findings.isEmpty()) {
            Tally.Finding first = findings.get(0);
            findings.stream().map(Tally.Finding::exchange).distinct().limit(20).forEach(conversation.log()::exchanged);
            throw new CheckFailed(
                    onlyIn(findings),
                    expected,
                    "%s, in %s%s"
                            .formatted(
                                    first.observed(),
                                    first.caseId(),
                                    findings.size() == 1 ? "" : " and %d more times".formatted(findings.size() - 1)));
        }
    }

    /** The requirement in whose cases alone it did not hold: if that one is broken itself, this follows from it. */
    private static Optional<String> onlyIn(List<Tally.Finding> findings) {
        List<String> requirements = findings.stream()
                .map(finding -> finding.caseId().replaceFirst("/.*", ""))
                .distinct()
                .toList();
        return requirements.size() == 1 ? Optional.of(requirements.get(0)) : Optional.empty();
    }

    void check(boolean holds, String expected, String observed) {
        check(Optional.empty(), holds, expected, observed);
    }

    /** As {@link #check(boolean, String, String)}, for a check that is a witness of another requirement as well. */
    void check(Optional<String> about, boolean holds, String expected, String observed) {
        check(Optional.empty(), about, holds, expected, observed);
    }

    /** As {@link #check(Optional, boolean, String, String)}, with the expectation as data, so that it can be looked at again. */
    void check(Optional<Expectation> proof, Optional<String> about, boolean holds, String expected, String observed) {
        conversation.log().checked();
        if (!holds) {
            CheckFailed failed = new CheckFailed(about, expected, observed);
            throw proof.map(failed::provenBy).orElse(failed);
        }
    }

    static Optional<Expectation> answered(Attempt attempt, Expectation.Answer answer) {
        return Optional.of(new Expectation.Answered(attempt.exchange().number(), answer));
    }

    static Expectation described(Upload upload) {
        return new Expectation.Described(upload.sessionId(), upload.path(), upload.length());
    }

    static Expectation file(String path, FileContent content, StoredFile seen) {
        RangeSet wrong = seen instanceof StoredFile.Present present
                ? present.comparisons().get(0).wrong()
                : RangeSet.EMPTY;
        return new Expectation.Stored(path, content.length(), content.sha256(), wrong);
    }

    /** Which requirement it is in the first place that the call is accepted. */
    private static Optional<String> witness(Attempt attempt) {
        return switch (attempt.operation()) {
            case UPLOAD_CHUNK -> Optional.of("CHK-01");
            case COMMIT -> PUBLISHED;
            case DELETE_SESSION -> Optional.of("DEL-01");
            case GET_SESSION -> Optional.of("QRY-01");
            case UPLOAD_FILE -> Optional.of("PUT-01");
            case GET_SESSION_BY_PATH -> Optional.of("QRY-06");
            case LIST, LIST_ROOT -> Optional.of("GET-01");
            case FOLDER_SIZE -> Optional.of("FSZ-02");
            case INFO -> Optional.of("INF-01");
            case DELETE -> Optional.of("GET-08");
            case COPY -> Optional.of("CPY-01");
        };
    }

    private void asStated(Attempt attempt, StatedAnswer stated, String expected) {
        check(
                stated.isPlain200() ? answered(attempt, Expectation.Answer.OK) : Optional.empty(),
                stated.broken(attempt.exchange()),
                stated.matches(attempt.exchange()),
                expected,
                attempt.observed());
    }

    static Expectation unchanging(Attempt attempt) {
        Upload upload = attempt.upload();
        return new Expectation.Unchanged(attempt.exchange().number(), upload.sessionId(), upload.path());
    }

    private void unchanged(Attempt attempt) {
        attempt.change().ifPresent(change -> {
            throw CheckFailed.about("CHK-18", "a refusal that changes nothing", change)
                    .provenBy(unchanging(attempt));
        });
    }

    /** Inconclusive if the target said to the last that it cannot answer now. */
    void answeredForGood(Attempt attempt) {
        if (attempt.unavailable()) {
            throw Undecided.inconclusive("the target kept answering " + attempt.observed());
        }
    }

    /** What is stored, and how the last commit, copy or deletion was answered, if there was one. */
    private String described(StoredFile stored) {
        String text = stored instanceof StoredFile.Present present
                        && present.comparisons().size() == 1
                ? present.comparisons().get(0).toString()
                : stored.toString();
        return conversation.attempts().stream()
                .filter(a -> PUBLISHING.contains(a.operation()))
                .reduce((first, last) -> last)
                .map(a -> "%s; the %s was answered %s".formatted(text, word(a), a.observed()))
                .orElse(text);
    }

    private static String word(Attempt attempt) {
        return switch (attempt.operation()) {
            case UPLOAD_CHUNK -> "chunk";
            case UPLOAD_FILE -> "upload";
            case GET_SESSION -> "query";
            default -> attempt.operation().word();
        };
    }
}
