package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

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
                .containsExactly("tck-0a1b/");
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void whatTheTargetDoesNotLetGoIsNamed() throws IOException {
        assertThat(leftBehindBy(PLAIN_UPLOAD, 403, EnumSet.of(Operation.UPLOAD_FILE, Operation.DELETE)))
                .containsExactly("tck-0a1b/");
    }

    @Test
    void whereNothingWasStoredNothingIsDeleted() throws IOException {
        assertThat(leftBehindBy(NOTHING_STORED, 200, EnumSet.of(Operation.INFO, Operation.DELETE)))
                .isEmpty();
        assertThat(asked).noneMatch(request -> request.startsWith("DELETE"));
    }

    private List<String> leftBehindBy(String caseId, int answerToDelete, Set<Operation> claimed) throws IOException {
        RunSettings settings = Cases.settings(List.of(caseId), List.of());
        try (TinyPeer peer = TinyPeer.playing(exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    boolean delete = exchange.getRequestMethod().equals("DELETE");
                    exchange.sendResponseHeaders(delete ? answerToDelete : 200, -1);
                });
                Recording recording = Recording.discarding();
                Subject subject = Subjects.open(peer, claimed, recording)) {
            ConformanceRun run = new ConformanceRun(TheFeatures.CATALOGUE, settings, subject);
            assertThat(run.run(Progress.NONE)).hasSize(1);
            return run.cleanUp();
        }
    }
}
