package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.request.Dialect;
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
        "UPLOAD_CHUNK, SESSION_ID, 400, E_INVALIDARG",
        "SESSION_BY_ID, SESSION_ID, 400, E_INVALIDARG",
        "COMMIT, SESSION_ID, 400, E_INVALIDARG",
        "DELETE_SESSION, SESSION_ID, 400, E_INVALIDARG",
        "UPLOAD_CHUNK, SESSION_CONFLICT, 409, FABRIC_E_NAME_ALREADY_EXISTS",
        "COMMIT, SESSION_UNKNOWN, 400, E_INVALIDARG",
        "DELETE_SESSION, SESSION_UNKNOWN, 404, FABRIC_E_NAME_DOES_NOT_EXIST",
        "SESSION_BY_ID, SESSION_UNKNOWN, 404, FABRIC_E_NAME_DOES_NOT_EXIST",
        "UPLOAD_CHUNK, RANGE, 400, E_INVALIDARG",
        "UPLOAD_CHUNK, LENGTH_LIMIT, 413, FABRIC_E_VALUE_TOO_LARGE",
        "COMMIT, SESSION_BUSY, 409, FABRIC_E_OPERATION_NOT_COMPLETE",
        "UPLOAD_CHUNK, SESSION_LIMIT, 503, FABRIC_E_NOT_READY",
        "COPY, BODY_LIMIT, 413, FABRIC_E_VALUE_TOO_LARGE",
        "UPLOAD_CHUNK, STAGED_LIMIT, 507, FABRIC_E_NOT_READY",
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

    @ParameterizedTest
    @CsvSource({
        "COMMIT, SESSION_UNKNOWN, 404, FABRIC_E_NAME_DOES_NOT_EXIST",
        "DELETE_SESSION, SESSION_UNKNOWN, 404, FABRIC_E_NAME_DOES_NOT_EXIST",
        "SESSIONS_BY_PATH, SESSION_UNKNOWN, 404, FABRIC_E_NAME_DOES_NOT_EXIST",
    })
    void anUnknownSessionIsNotFoundInStrictHttp(Operation operation, Reason reason, int status, String code) {
        Reply.Message reply = (Reply.Message)
                new FabricResponder(Behaviour.strictHttp()).refused(operation, new Refusal(reason, "why"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(text(reply)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "UPLOAD_CHUNK, ARGUMENT, 400, '', E_INVALIDARG, Invalid argument",
                "COMMIT, SESSION_UNKNOWN, 400, '', E_INVALIDARG, Invalid argument",
                "COMMIT, JOINED_LENGTH, 400, '', E_INVALIDARG, why",
                "UPLOAD_CHUNK, SESSION_ID, 400, FABRIC_E_INVALID_UPLOAD_SESSION_ID, FABRIC_E_INVALID_UPLOAD_SESSION_ID,"
                        + " The upload session identity is invalid.",
                "COMMIT, SESSION_ID, 400, '', E_INVALIDARG, Invalid argument",
                "UPLOAD_CHUNK, RANGE, 400, FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE,"
                        + " FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE, Null",
                "UPLOAD_CHUNK, SESSION_CONFLICT, 409, FABRIC_E_UPLOAD_SESSION_ID_CONFLICT,"
                        + " FABRIC_E_UPLOAD_SESSION_ID_CONFLICT, Null",
                "DELETE_SESSION, SESSION_UNKNOWN, 404, NotFound, NotFound, Null",
                "COMMIT, SESSION_BUSY, 500, OperationsPending, OperationsPending, Null",
                "LIST, TIMEOUT, 504, FABRIC_E_TIMEOUT, FABRIC_E_TIMEOUT, Operation timed out.",
                "LIST, CLUSTER, 403, Access Denied, E_ACCESSDENIED, why",
                "SESSION_BY_ID, SESSION_UNKNOWN, 204, '', -, -",
                "SESSIONS_BY_PATH, SESSION_UNKNOWN, 204, '', -, -",
            })
    void theGatewayWordsErrorsByTheirCode(
            Operation operation, Reason reason, int status, String phrase, String code, String message) {
        Reply.Message reply = (Reply.Message)
                new FabricResponder(Behaviour.serviceFabric()).refused(operation, new Refusal(reason, "why"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.phrase()).isEqualTo(phrase);
        assertThat(text(reply))
                .isEqualTo(
                        code == null ? "" : "{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}}");
    }

    @Test
    void datesAreTicksInOldVersions() {
        Upload upload = new Upload(SessionId.parse("5D0A3E0C-1F7B-4B0E-9B1D-3B8A0C0F1E2D"), 1, ContentPath.of("x"), 1);

        Reply reply = responder.sessions(
                List.of(new SessionView(upload, Instant.EPOCH.plusMillis(1), List.of())),
                new Dialect(true, false, false));

        assertThat(text((Reply.Message) reply)).contains("\"ModifiedDate\":\"116444736000010000\"");
    }

    @Test
    void listsSessions() {
        Upload upload = new Upload(
                SessionId.parse("5D0A3E0C-1F7B-4B0E-9B1D-3B8A0C0F1E2D"),
                1,
                ContentPath.of("SwaggerTest/Common.dll"),
                2097152);
        List<ByteRange> expected = List.of(new ByteRange(0, 402128), new ByteRange(730105, 2097151));

        Reply reply = responder.sessions(
                List.of(new SessionView(upload, Instant.ofEpochSecond(1), expected)), Dialect.DOCUMENTED);

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
