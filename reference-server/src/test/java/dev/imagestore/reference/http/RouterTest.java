package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.behaviour.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private final Router router =
            new Router(false, false, Behaviour.documented().requests());

    @ParameterizedTest
    @CsvSource({
        "PUT, ImageStore a b, UPLOAD_FILE, a/b",
        "GET, ImageStore a b, LIST, a/b",
        "HEAD, ImageStore a b, LIST, a/b",
        "DELETE, ImageStore a b, DELETE, a/b",
        "GET, ImageStore, LIST_ROOT, ''",
        "POST, ImageStore $ Copy, COPY, ''",
        "GET, ImageStore $ FolderSize, ROOT_FOLDER_SIZE, ''",
        "GET, ImageStore a b $ FolderSize, FOLDER_SIZE, a/b",
        "GET, ImageStore $ Info, INFO, ''",
        "PUT, ImageStore a b $ UploadChunk, UPLOAD_CHUNK, a/b",
        "PUT, ImageStore a$ $b $ UploadChunk, UPLOAD_CHUNK, a$/$b",
        "POST, ImageStore $ CommitUploadSession, COMMIT, ''",
        "DELETE, ImageStore $ DeleteUploadSession, DELETE_SESSION, ''",
        "GET, ImageStore $ GetUploadSession, SESSION_BY_ID, ''",
        "GET, ImageStore a $ GetUploadSession, SESSIONS_BY_PATH, a",
    })
    void findsOperations(String method, String path, Operation operation, String content) {
        Route route = router.route(method, List.of(path.split(" ")));

        assertThat(route.operation()).isEqualTo(operation);
        assertThat(route.content()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, imagestore a $ UploadChunk",
        "PUT, ImageStore a $ uploadchunk",
        "PUT, ImageStore $ UploadChunk",
        "PUT, ImageStore a $ UploadChunk x",
        "PUT, ImageStore a $ b $ UploadChunk",
        "PUT, ImageStore a $",
        "PUT, $ UploadChunk",
        "POST, ImageStore a $ CommitUploadSession",
        "GET, _content a",
        "GET, ImageStore a $ Info",
        "GET, $",
        "POST, _clock",
    })
    void knowsNoOthers(String method, String path) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> router.route(method, List.of(path.split(" "))))
                .matches(e -> reply(e).status() == 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | ImageStore a $ UploadChunk | PUT",
                "POST | ImageStore a | DELETE, GET, HEAD, PUT",
                "PUT | ImageStore | GET, HEAD",
                "DELETE | ImageStore | GET, HEAD",
                "OPTIONS | ImageStore $ CommitUploadSession | POST",
            })
    void saysWhichMethodsWouldHaveBeenRight(String method, String path, String allowed) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> router.route(method, List.of(path.split(" "))))
                .extracting(RouterTest::reply)
                .satisfies(reply -> {
                    assertThat(reply.status()).isEqualTo(405);
                    assertThat(reply.fields()).containsEntry("Allow", allowed);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ImageStore a $ UploadChunk",
        "HEAD, ImageStore a",
        "OPTIONS, ImageStore",
        "BREW, ImageStore",
        "GET, elsewhere",
        "PUT, ImageStore a $ b",
        "PUT, ImageStore $",
        "PUT, ImageStore $ UploadChunk",
        "DELETE, ImageStore",
    })
    void everyMissIsAnInvalidArgumentIfSoChosen(String method, String path) {
        Router lax = new Router(false, false, Behaviour.serviceFabric().requests());

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> lax.route(method, List.of(path.split(" "))))
                .extracting(RouterTest::reply)
                .satisfies(reply -> {
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("E_INVALIDARG");
                    assertThat(reply.fields()).isEmpty();
                });
    }

    @Test
    void aMethodThatNobodyKnowsIsNotImplemented() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> router.route("BREW", List.of("ImageStore")))
                .matches(e -> reply(e).status() == 501);
    }

    private static Reply.Message reply(ProtocolException e) {
        return (Reply.Message) e.reply(new FabricResponder(Behaviour.documented()));
    }

    @Test
    void servesContentOnlyAsAnOracle() {
        assertThat(new Router(true, false, Behaviour.documented().requests())
                        .route("GET", List.of("_content", "a", "b")))
                .isEqualTo(new Route(Operation.CONTENT, "a/b"));
    }

    @Test
    void servesTheClockOnlyIfToldTo() {
        assertThat(new Router(false, true, Behaviour.documented().requests()).route("POST", List.of("_clock")))
                .isEqualTo(new Route(Operation.CLOCK, ""));
    }
}
