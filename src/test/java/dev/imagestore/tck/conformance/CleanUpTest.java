package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.Subjects;
import dev.imagestore.tck.subject.TinyPeer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A guest takes away what it brought. */
class CleanUpTest {

    private static final String PLAIN_UPLOAD = "PUT-01/a-new-file-is-accepted";
    private static final String COPY = "CPY-01/copying-a-file-is-answered-200";
    private static final String NOTHING_STORED = "INF-01/the-answer-is-200";
    private static final String THE_FOLDER = "DELETE /ImageStore/tck-0a1b?api-version=6.0";

    private static final String OPEN_SESSION = "CR-06/on-an-open-session";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile String listing = "";
    private volatile boolean breaksOff;

    @Test
    void aPlainUploadIsTakenAway() throws IOException {
        assertThat(leftBehindBy(PLAIN_UPLOAD, 200, EnumSet.of(Operation.UPLOAD_FILE, Operation.DELETE)))
                .isEmpty();
        assertThat(asked).endsWith(THE_FOLDER);
    }

    @Test
    void aCopyIsTakenAway() throws IOException {
        assertThat(leftBehindBy(COPY, 200, EnumSet.of(Operation.UPLOAD_FILE, Operation.COPY, Operation.DELETE)))
                .isEmpty();
        assertThat(asked).endsWith(THE_FOLDER);
    }

    @Test
    void whatCannotBeTakenAwayIsNamed() throws IOException {
        assertThat(leftBehindBy(PLAIN_UPLOAD, 200, EnumSet.of(Operation.UPLOAD_FILE)))
                .containsExactly("tck-0a1b/ (delete is not claimed)");
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void whatTheTargetDoesNotLetGoIsNamed() throws IOException {
        assertThat(leftBehindBy(PLAIN_UPLOAD, 403, EnumSet.of(Operation.UPLOAD_FILE, Operation.DELETE)))
                .containsExactly("tck-0a1b/ (the target did not let it go)");
    }

    @Test
    void whatIsStillListedIsNamed() throws IOException {
        listing = "{\"StoreFiles\":[],\"StoreFolders\":[{\"StoreRelativePath\":\"tck-0a1b/x\"}]}";

        assertThat(leftBehindBy(PLAIN_UPLOAD, 200, EnumSet.of(Operation.UPLOAD_FILE, Operation.DELETE, Operation.LIST)))
                .containsExactly("tck-0a1b/ (the target did not let it go)");
    }

    @Test
    void whatIsToBeKeptIsNamedAndLeftAlone() throws IOException {
        assertThat(leftBehindBy(
                        Cases.settings(List.of(OPEN_SESSION, PLAIN_UPLOAD), List.of(), Bounds.NONE, true, Shard.WHOLE),
                        200,
                        EnumSet.allOf(Operation.class)))
                .hasSize(2)
                .first(STRING)
                .isEqualTo("tck-0a1b/ (kept)");
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void aSessionThatStaysOpenIsNamed() throws IOException {
        assertThat(leftBehindBy(OPEN_SESSION, 200, EnumSet.of(Operation.UPLOAD_CHUNK)))
                .singleElement(STRING)
                .matches("session \\S+ for tck-0a1b/cr-06/\\S+ \\(delete-session is not claimed\\)");
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void aSessionThatTheTargetDoesNotLetGoIsNamed() throws IOException {
        assertThat(leftBehindBy(OPEN_SESSION, 500, EnumSet.of(Operation.UPLOAD_CHUNK, Operation.DELETE_SESSION)))
                .singleElement(STRING)
                .endsWith("(the target did not let it go)");
    }

    @Test
    void aSessionThatIsGivenUpIsNotNamed() throws IOException {
        assertThat(leftBehindBy(OPEN_SESSION, 200, EnumSet.of(Operation.UPLOAD_CHUNK, Operation.DELETE_SESSION)))
                .isEmpty();
        assertThat(asked).anyMatch(request -> request.startsWith("DELETE /ImageStore/$/DeleteUploadSession"));
    }

    @Test
    void anAnswerThatBreaksOffHasSaidThatItIsGone() throws IOException {
        breaksOff = true;

        assertThat(leftBehindBy(PLAIN_UPLOAD, 200, EnumSet.of(Operation.UPLOAD_FILE, Operation.DELETE)))
                .isEmpty();
        assertThat(asked).endsWith(THE_FOLDER);
    }

    @Test
    void whereNothingWasStoredNothingIsDeleted() throws IOException {
        assertThat(leftBehindBy(NOTHING_STORED, 200, EnumSet.of(Operation.INFO, Operation.DELETE)))
                .isEmpty();
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    private List<String> leftBehindBy(String caseId, int answerToDelete, Set<Operation> claimed) throws IOException {
        return leftBehindBy(Cases.settings(List.of(caseId), List.of()), answerToDelete, claimed);
    }

    private List<String> leftBehindBy(RunSettings settings, int answerToDelete, Set<Operation> claimed)
            throws IOException {
        try (TinyPeer peer = TinyPeer.playing(exchange -> {
                    if ("probe".equals(exchange.getRequestHeaders().getFirst("X-Tck-Case"))) {
                        TinyPeer.answer(exchange, 404, "");
                        return;
                    }
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    boolean delete = exchange.getRequestMethod().equals("DELETE");
                    if (delete && breaksOff) {
                        exchange.sendResponseHeaders(answerToDelete, 10);
                        exchange.getResponseBody().flush();
                        exchange.close();
                        return;
                    }
                    boolean list = exchange.getRequestURI().getPath().matches("/ImageStore/tck-[^/]*");
                    TinyPeer.answer(exchange, delete ? answerToDelete : 200, list && !delete ? listing : "");
                });
                Recording recording = Recording.discarding();
                Subject subject = Subjects.open(peer, claimed, recording)) {
            // A case that fails is no surprise here, and so not run again.
            ConformanceRun run =
                    new ConformanceRun(TheFeatures.CATALOGUE, settings, subject, new Interruption(), id -> true);
            assertThat(run.run(Progress.NONE)).isNotEmpty();
            return run.cleanUp();
        }
    }
}
