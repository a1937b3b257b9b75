package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FabricResponderTest {

    private final Responder responder = new FabricResponder(Behaviour.documented());

    @ParameterizedTest
    @CsvSource({
        "UPLOAD_CHUNK, ARGUMENT, 400, E_INVALIDARG",
        "UPLOAD_CHUNK, SESSION_ID, 400, FABRIC_E_INVALID_UPLOAD_SESSION_ID",
        "SESSION_BY_ID, SESSION_ID, 400, FABRIC_E_INVALID_UPLOAD_SESSION_ID",
        "COMMIT, SESSION_ID, 400, E_INVALIDARG",
        "DELETE_SESSION, SESSION_ID, 400, E_INVALIDARG",
        "UPLOAD_CHUNK, SESSION_CONFLICT, 409, FABRIC_E_UPLOAD_SESSION_ID_CONFLICT",
        "COMMIT, SESSION_UNKNOWN, 400, E_INVALIDARG",
        "DELETE_SESSION, SESSION_UNKNOWN, 404, NotFound",
        "SESSION_BY_ID, SESSION_UNKNOWN, 404, NotFound",
        "UPLOAD_CHUNK, RANGE, 400, FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
        "UPLOAD_CHUNK, LENGTH_LIMIT, 413, FABRIC_E_VALUE_TOO_LARGE",
        "COMMIT, STORAGE, 500, E_FAIL",
    })
    void answersWithStatusAndCode(Operation operation, Reason reason, int status, String code) {
        Reply.Message reply = (Reply.Message) responder.refused(operation, new Refusal(reason, "say \"why\""));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(text(reply)).isEqualTo("{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"say \\\"why\\\"\"}}");
    }

    @ParameterizedTest
    @CsvSource({"range-409, 409", "range-416, 416", "range-400, 400"})
    void theStatusOfARefusedRangeIsASwitch(String variant, int status) {
        Behaviour behaviour = Variant.named(variant).orElseThrow().change().apply(Behaviour.documented());

        Reply reply =
                new FabricResponder(behaviour).refused(Operation.UPLOAD_CHUNK, new Refusal(Reason.RANGE, "overlap"));

        assertThat(((Reply.Message) reply).status()).isEqualTo(status);
    }

    @Test
    void listsSessions() {
        Upload upload = new Upload(
                SessionId.parse("5D0A3E0C-1F7B-4B0E-9B1D-3B8A0C0F1E2D"),
                1,
                ContentPath.of("SwaggerTest/Common.dll"),
                2097152);
        List<ByteRange> expected = List.of(new ByteRange(0, 402128), new ByteRange(730105, 2097151));

        Reply reply = responder.sessions(List.of(new SessionView(upload, Instant.ofEpochSecond(1), expected)));

        assertThat(text((Reply.Message) reply))
                .isEqualTo("{\"UploadSessions\":[{\"StoreRelativePath\":\"SwaggerTest/Common.dll\","
                        + "\"SessionId\":\"5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d\",\"FileSize\":\"2097152\","
                        + "\"ModifiedDate\":\"1970-01-01T00:00:01.000Z\",\"ExpectedRanges\":["
                        + "{\"StartPosition\":\"0\",\"EndPosition\":\"402128\"},"
                        + "{\"StartPosition\":\"730105\",\"EndPosition\":\"2097151\"}]}]}");
    }

    private static String text(Reply.Message reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
