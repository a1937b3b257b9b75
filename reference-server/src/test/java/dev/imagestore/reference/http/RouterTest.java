package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private final Router router = new Router(false);

    @ParameterizedTest
    @CsvSource({
        "PUT, ImageStore a b $ UploadChunk, UPLOAD_CHUNK, a b",
        "PUT, ImageStore $ UploadChunk, UPLOAD_CHUNK, ''",
        "PUT, ImageStore a$ $b $ UploadChunk, UPLOAD_CHUNK, a$ $b",
        "POST, ImageStore $ CommitUploadSession, COMMIT, ''",
        "DELETE, ImageStore $ DeleteUploadSession, DELETE_SESSION, ''",
        "GET, ImageStore $ GetUploadSession, SESSION_BY_ID, ''",
        "GET, ImageStore a $ GetUploadSession, SESSIONS_BY_PATH, a",
    })
    void findsOperations(String method, String path, Operation operation, String content) {
        Route route = router.route(method, List.of(path.split(" ")));

        assertThat(route.operation()).isEqualTo(operation);
        assertThat(String.join(" ", route.content())).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, imagestore a $ UploadChunk",
        "PUT, ImageStore a $ uploadchunk",
        "PUT, ImageStore a $ UploadChunk x",
        "PUT, ImageStore a $ b $ UploadChunk",
        "PUT, ImageStore a $",
        "PUT, $ UploadChunk",
        "POST, ImageStore a $ CommitUploadSession",
        "GET, _content a",
        "GET, ImageStore",
    })
    void knowsNoOthers(String method, String path) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> router.route(method, List.of(path.split(" "))))
                .matches(e -> ((Reply.Message) e.reply()).status() == 404);
    }

    @Test
    void saysWhichMethodWouldHaveBeenRight() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> router.route("POST", List.of("ImageStore", "a", "$", "UploadChunk")))
                .extracting(e -> (Reply.Message) e.reply())
                .satisfies(reply -> {
                    assertThat(reply.status()).isEqualTo(405);
                    assertThat(reply.fields()).containsEntry("Allow", "PUT");
                });
    }

    @Test
    void servesContentOnlyAsAnOracle() {
        assertThat(new Router(true).route("GET", List.of("_content", "a", "b")))
                .isEqualTo(new Route(Operation.CONTENT, List.of("a", "b")));
    }
}
