package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.ListingReading;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.StoredFile;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.Talk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * One scenario's talk with the target: the uploads that it has begun, what it has tried, and how it sees the state. Fresh
 * for each scenario; used by one thread.
 */
public final class Conversation {

    private final RunContext run;
    private final Upload nobody = new Upload("", "", FileContent.of(""));
    private final List<Upload> uploads = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<Upload> touched = new LinkedHashSet<>();
    private final CaseFolder folder = new CaseFolder(this);
    private final StoredFiles files = new StoredFiles(this, this::origin);
    private Optional<Case> current = Optional.empty();
    private long sent;

    Conversation(RunContext run) {
        this.run = run;
    }

    void start(Case next) {
        current = Optional.of(next);
    }

    Subject subject() {
        return run.subject();
    }

    RunContext run() {
        return run;
    }

    CaseLog log() {
        return run.log(theCase());
    }

    /** How the profile of the run states that a refusal in this case is answered, if it does. */
    Optional<StatedAnswer> statedRefusal() {
        return theCase().answer(run.settings().profile());
    }

    String caseId() {
        return theCase().id();
    }

    /** Bytes that no other upload of the run has, of that length. */
    FileContent freshContent(long length) {
        long salt = (caseId() + "#" + uploads.size()).hashCode() * 0x9E3779B97F4A7C15L;
        return FileContent.seeded(run.settings().seed() ^ salt, length);
    }

    /** A path that nothing else uses, in lower case, since a store may be blind to case. */
    String freshPath(String name) {
        String path = "%s/%s/%d/%s".formatted(run.folder(), theCase().folder(), uploads.size(), name);
        return path.toLowerCase(Locale.ROOT);
    }

    /** Begins an upload, which sends nothing yet; it is the current one from now on. */
    Upload begin(String path, FileContent content) {
        return begin(UUID.randomUUID().toString(), path, content);
    }

    Upload begin(String sessionId, String path, FileContent content) {
        if (content.length() > theCase().declares()) {
            throw new IllegalStateException(
                    "%s declares %d bytes, more than its tag @declares allows".formatted(caseId(), content.length()));
        }
        Upload upload = new Upload(sessionId, path, content);
        uploads.add(upload);
        return upload;
    }

    Upload current() {
        return uploads.get(uploads.size() - 1);
    }

    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    Attempt lastAttempt() {
        if (attempts.isEmpty()) {
            throw new IllegalStateException("the scenario has tried nothing yet");
        }
        return attempts.get(attempts.size() - 1);
    }

    /** Sends the chunk of that range and notes it if it was accepted. */
    Attempt upload(Upload upload, ByteRange range) {
        Attempt attempt = send(upload, upload.chunk(range));
        if (attempt.accepted()) {
            upload.accepted(range);
        }
        return attempt;
    }

    /** As {@link #upload}, without waiting; {@link #landed} takes the result. */
    CompletableFuture<Exchange> uploadAsync(Upload upload, ByteRange range) {
        spend(range.length());
        touched.add(upload);
        return run.subject().store().sendAsync(upload.chunk(range), origin());
    }

    /** Notes what came of a chunk that was sent without waiting. */
    void landed(Upload upload, ByteRange range, Exchange exchange) {
        Attempt attempt = tried(new Attempt(upload, Operation.UPLOAD_CHUNK, exchange, Optional.empty()));
        if (attempt.accepted()) {
            upload.accepted(range);
        }
    }

    /** Opens a connection for several calls, whose exchanges are to be noted. */
    Talk talk() {
        return run.subject().store().talk(origin());
    }

    /** Notes what came of a call on such a connection. */
    Attempt note(Upload upload, Call call, Exchange exchange) {
        spend(call.body().length());
        return tried(new Attempt(upload, call.operation(), exchange, Optional.empty()));
    }

    /** As {@link #note}; a target that asks to come back later is obeyed. */
    Attempt noteOrSendAgain(Upload upload, Call call, Exchange exchange) {
        boolean unavailable = new Attempt(upload, call.operation(), exchange, Optional.empty()).unavailable();
        return unavailable ? send(upload, call) : note(upload, call, exchange);
    }

    /** Sends a call that has nothing wrong in it. */
    Attempt send(Upload upload, Call call) {
        spend(call.body().length());
        touched.add(upload);
        Exchange exchange = run.subject().store().send(call, origin());
        return tried(new Attempt(upload, call.operation(), exchange, Optional.empty()));
    }

    private Attempt tried(Attempt attempt) {
        attempts.add(attempt);
        log().called(attempt.operation());
        touched.add(attempt.upload());
        if (attempt.accepted() && attempt.operation().publishes()) {
            run.remains().published();
        }
        return attempt;
    }

    /**
     * Sends a call that may be refused, and if it is, looks whether that has changed anything. After a time-out both
     * outcomes are right, so nothing is compared.
     */
    Attempt probe(Upload upload, Call call) {
        Snapshot before = snapshot(upload);
        Attempt attempt = send(upload, call);
        if (!attempt.refused() || attempt.timedOut()) {
            return attempt;
        }
        Optional<String> change = before.changeTo(snapshot(upload));
        change.ifPresent(what -> log().witness("CHK-18"));
        if (attempt.of(Operation.UPLOAD_CHUNK)) {
            run.ledger().refusedChunk(change, caseId(), attempt.exchange().number());
        }
        Attempt judged = new Attempt(upload, attempt.operation(), attempt.exchange(), change);
        attempts.set(attempts.size() - 1, judged);
        return judged;
    }

    /** Sends a call of an operation that not every target claims. */
    Attempt sendClaimed(Upload upload, Call call) {
        claimed(call);
        return send(upload, call);
    }

    /** As {@link #probe}, for a call of an operation that not every target claims. */
    Attempt probeClaimed(Upload upload, Call call) {
        claimed(call);
        return probe(upload, call);
    }

    private void claimed(Call call) {
        if (!subject().claims(call.operation())) {
            throw Undecided.untested(call.operation().word() + " is not claimed");
        }
    }

    /** Sends a call that concerns no upload. */
    Attempt ask(Call call) {
        return sendClaimed(nobody, call);
    }

    /** What the target lists there; the first page is an attempt like others. */
    ListingReading listing(String path) {
        ListingReading reading = run.subject().store().listing(path, origin());
        Operation operation = path.isEmpty() ? Operation.LIST_ROOT : Operation.LIST;
        tried(new Attempt(nobody, operation, reading.first(), Optional.empty()));
        run.ledger().listed(reading, caseId(), reading.first().number());
        return reading;
    }

    Attempt commit(Upload upload) {
        Attempt attempt = sendClaimed(upload, Call.commit(upload.sessionId()));
        if (attempt.accepted()) {
            upload.end();
        }
        return attempt;
    }

    Attempt delete(Upload upload) {
        Attempt attempt = sendClaimed(upload, Call.deleteSession(upload.sessionId()));
        if (attempt.accepted()) {
            upload.end();
        }
        return attempt;
    }

    /** What the target says of the session. */
    SessionReading session(Upload upload) {
        return session(upload, run.subject().store()::session);
    }

    /** As {@link #session}, with an answer that JSON assertions can be made on. */
    SessionReading sessionPolitely(Upload upload) {
        return session(upload, run.subject().store()::politely);
    }

    private SessionReading session(Upload upload, BiFunction<String, ImageStore.Origin, SessionReading> reader) {
        if (!subject().claims(Operation.GET_SESSION)) {
            throw Undecided.untested("get-session is not claimed, so expected ranges cannot be read");
        }
        log().called(Operation.GET_SESSION);
        SessionReading reading = reader.apply(upload.sessionId(), origin());
        List<Long> exchanges = log().exchanges();
        run.ledger().read(reading, caseId(), exchanges.get(exchanges.size() - 1));
        return reading;
    }

    /** What is published under the upload's path, compared with each candidate. */
    StoredFile stored(Upload upload, List<FileContent> candidates) {
        return files.read(upload.path(), candidates);
    }

    /** The folder that only this case uses. */
    CaseFolder folder() {
        return folder;
    }

    /** Where the files come from that the case needs to begin with. */
    Stage stage() {
        return new Stage(this);
    }

    /** The stored files as the case sees them. */
    StoredFiles files() {
        return files;
    }

    /** Gives up the sessions that are still open, as far as the target lets us. */
    void cleanUp() {
        List<OpenSession> open = attempts.stream()
                .filter(attempt -> attempt.of(Operation.UPLOAD_CHUNK) && attempt.accepted())
                .map(Attempt::upload)
                .filter(upload -> !upload.ended())
                .map(Upload::session)
                .distinct()
                .toList();
        List<OpenSession> all = touched.stream()
                .filter(upload -> upload != nobody && !upload.ended())
                .map(Upload::session)
                .distinct()
                .toList();
        run.remains()
                .giveUp(
                        all,
                        open,
                        new CleanUp(subject(), caseId(), run.settings().caseHeader()));
    }

    private Snapshot snapshot(Upload upload) {
        return new Snapshot(
                subject().claims(Operation.GET_SESSION) ? Optional.of(session(upload)) : Optional.empty(),
                files.glimpse(upload.path(), List.of()));
    }

    private ImageStore.Origin origin() {
        if (run.interrupted()) {
            throw Undecided.untested(RunContext.INTERRUPTED);
        }
        CaseLog log = log();
        return new ImageStore.Origin(caseId(), run.settings().caseHeader(), exchange -> {
            log.exchanged(exchange.number());
            run.ledger().exchanged(exchange);
        });
    }

    /** Whether so many more bytes are within what the case may send. */
    boolean affords(long bytes) {
        return sent + bytes <= theCase().stores();
    }

    private void spend(long bytes) {
        sent += bytes;
        if (!affords(0)) {
            throw new IllegalStateException("%s sends more than its tag @stores allows, %s"
                    .formatted(caseId(), Sizes.format(theCase().stores())));
        }
    }

    Case theCase() {
        return current.orElseThrow();
    }
}
