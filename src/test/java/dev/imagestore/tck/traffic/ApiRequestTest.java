package dev.imagestore.tck.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import java.util.List;
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
