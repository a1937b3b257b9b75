package dev.imagestore.tck.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestTest {

    private static final String ID = "00112233-4455-6677-8899-aabbccddeeff";

    @ParameterizedTest
    @CsvSource({
        "/ImageStore/a/b/$/UploadChunk?x=1, a/b, UploadChunk, x=1, true",
        "/base/ImageStore/a%20b, a%20b, '', '', true",
        "/ImageStore/$/Info?api-version=6.5, '', Info, api-version=6.5, true",
        "/ImageStore, '', '', '', true",
        "/ImageStoreX/a, /ImageStoreX/a, '', '', false",
        "/other?q=1, /other, '', q=1, false"
    })
    void aTargetIsTakenApartAndPutTogether(String target, String content, String verb, String query, boolean known) {
        ApiRequest request = ApiRequest.of("PUT", target);

        assertThat(request).isEqualTo(new ApiRequest("PUT", content, verb, query, known));
        assertThat(request.target()).isEqualTo(target.replace("/base", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "session-id=00112233-4455-6677-8899-AABBCCDDEEFF",
        "a=b&session-id=%7B00112233-4455-6677-8899-aabbccddeeff%7D",
        "session-id=00112233445566778899aabbccddeeff&session-id=second"
    })
    void aSessionIdIsComparedByValue(String query) {
        assertThat(ApiRequest.of("GET", "/ImageStore/$/GetUploadSession?" + query)
                        .session())
                .hasValue(ID);
    }

    @Test
    void aChunkIsUnderstoodAndAnOddOneIsNot() {
        assertThat(action("PUT", "/ImageStore/a%5Cb/$/UploadChunk?session-id=" + ID, "bytes 0-4/10"))
                .isEqualTo(new Action.Chunk(ID, "a/b", 0, 4, 10, 5, 77));
        assertThat(action("PUT", "/ImageStore/a/$/UploadChunk?session-id=" + ID, "bytes 5-4/10"))
                .isEqualTo(new Action.OddChunk(ID, "a"));
        assertThat(action("PUT", "/ImageStore/a/$/UploadChunk?session-id=" + ID, "Bytes=0-4/10"))
                .isEqualTo(new Action.OddChunk(ID, "a"));
        assertThat(action("PUT", "/ImageStore/a/$/UploadChunk", "bytes 0-4/10")).isInstanceOf(Action.Other.class);
    }

    @Test
    void theOtherOperationsAreToldApart() {
        assertThat(action("POST", "/ImageStore/$/CommitUploadSession?session-id=" + ID, ""))
                .isEqualTo(new Action.Commit(ID));
        assertThat(action("DELETE", "/ImageStore/$/DeleteUploadSession?session-id=" + ID, ""))
                .isEqualTo(new Action.DropSession(ID));
        assertThat(action("GET", "/ImageStore/$/GetUploadSession?session-id=" + ID, ""))
                .isEqualTo(new Action.QuerySession(ID));
        assertThat(action("GET", "/ImageStore/a/$/GetUploadSession", "")).isEqualTo(new Action.QueryPath("a"));
        assertThat(action("PUT", "/ImageStore/a", "")).isEqualTo(new Action.PutFile("a", 5, 77));
        assertThat(action("DELETE", "/ImageStore/a/", "")).isEqualTo(new Action.DeleteContent("a"));
        assertThat(action("GET", "/ImageStore/a", "")).isInstanceOf(Action.Other.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true, COMPLETE, 200, ACCEPTED",
        "true, COMPLETE, 404, REFUSED",
        "true, COMPLETE, 504, UNKNOWN",
        "true, TIMED_OUT, 0, UNKNOWN",
        "true, ABANDONED, 0, UNKNOWN",
        "false, CUT, 0, CUT",
        "false, COMPLETE, 400, CUT",
        "false, REFUSED, 0, REFUSED"
    })
    void aFateIsWhatTheClientCanTell(boolean whole, Ending ending, int status, Fate fate) {
        SentRequest request = new SentRequest("PUT", "/", List.of(), 5, BodyDigest.EMPTY, whole);
        Exchange exchange = new Exchange(
                1,
                "",
                1,
                Instant.EPOCH,
                request,
                Optional.of(new Answer(status, "", List.of(), BodyDigest.EMPTY, new byte[0]))
                        .filter(a -> status > 0),
                ending,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO);

        assertThat(ApiRequest.fate(exchange)).isEqualTo(fate);
    }

    private static Action action(String method, String target, String range) {
        SentRequest request = new SentRequest(
                method,
                target,
                range.isEmpty() ? List.of() : List.of(new Header("content-range", range)),
                5,
                BodyDigest.of(new byte[5]),
                true);
        return ApiRequest.of(method, target).action(request, 77);
    }
}
