package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.WireSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationProbeTest {

    private static final String UNKNOWN_SESSION = "{\"Error\":{\"Code\":\"UNKNOWN\",\"Message\":\"no session\"}}";

    @Test
    void whatIsAnsweredInItsOwnWayIsThere() throws IOException {
        Map<Operation, Probed> probed = probed(exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean ours = path.endsWith("/$/UploadChunk") || path.endsWith("/$/CommitUploadSession");
            TinyPeer.answer(exchange, 404, ours ? UNKNOWN_SESSION : "");
        });

        assertThat(probed)
                .containsEntry(Operation.UPLOAD_CHUNK, Probed.ANSWERED)
                .containsEntry(Operation.COMMIT, Probed.ANSWERED)
                .containsEntry(Operation.UPLOAD_FILE, Probed.ABSENT)
                .containsEntry(Operation.INFO, Probed.ABSENT)
                .containsEntry(Operation.LIST_ROOT, Probed.ABSENT)
                .containsEntry(Operation.GET_SESSION, Probed.UNCLEAR)
                .containsEntry(Operation.DELETE, Probed.UNCLEAR)
                .hasSize(Operation.values().length);
    }

    @Test
    void whatIsNotAllowedOrNotImplementedIsAbsent() throws IOException {
        Map<Operation, Probed> probed = probed(exchange ->
                TinyPeer.answer(exchange, exchange.getRequestMethod().equals("GET") ? 501 : 405, ""));

        assertThat(probed.values()).containsOnly(Probed.ABSENT);
    }

    @Test
    void aTargetThatFailsOrAnswersAllAlikeTellsNothing() throws IOException {
        assertThat(probed(exchange -> TinyPeer.answer(exchange, 500, "")).values())
                .containsOnly(Probed.UNCLEAR);
        assertThat(probed(exchange -> TinyPeer.answer(exchange, 200, "")).values())
                .containsOnly(Probed.UNCLEAR);
        assertThat(probed(exchange -> TinyPeer.answer(exchange, 400, "")).values())
                .containsOnly(Probed.UNCLEAR);
    }

    @Test
    void eachOperationIsAskedForOnceAndOnlyBelowTheFolder() throws IOException {
        List<String> asked = new ArrayList<>();

        probed(exchange -> {
            synchronized (asked) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            TinyPeer.answer(exchange, 404, "");
        });

        assertThat(asked).hasSize(Operation.values().length + 4);
        assertThat(asked)
                .filteredOn(request -> request.startsWith("PUT") || request.startsWith("DELETE /ImageStore/tck"))
                .allMatch(request -> request.contains("/ImageStore/tck-0a1b") || request.contains("NoSuchOperation"));
        assertThat(asked).contains("PUT /ImageStore/tck-0a1b/probe?api-version=0.0");
    }

    private static Map<Operation, Probed> probed(TinyPeer.Script script) throws IOException {
        try (TinyPeer peer = TinyPeer.playing(script);
                Recording recording = Recording.discarding();
                ImageStore store = new ImageStore(
                        new WireSettings(peer.endpoint(), Duration.ofSeconds(20), 1 << 16, 1 << 16, Redactor.none()),
                        recording,
                        List.of())) {
            ImageStore.Origin origin = new ImageStore.Origin("probe", false, exchange -> {});
            return new OperationProbe(store, origin, "tck-0a1b").probe();
        }
    }
}
