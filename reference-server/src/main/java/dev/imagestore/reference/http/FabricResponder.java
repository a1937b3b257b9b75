package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Staged;
import dev.imagestore.reference.store.Disk;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Usage;
import java.util.List;
import java.util.Map;

/** Answers with the statuses and codes of the API. */
public final class FabricResponder implements Responder {

    private static final byte[] EMPTY = {};

    private final Behaviour behaviour;

    public FabricResponder(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public Reply done(Operation operation) {
        return Reply.Message.ok(EMPTY);
    }

    @Override
    public Reply sessions(List<SessionView> sessions) {
        return Reply.Message.ok(Json.sessions(sessions));
    }

    @Override
    public Reply uploaded(boolean replaced) {
        return done(Operation.UPLOAD_FILE);
    }

    @Override
    public Reply listing(Listing listing) {
        return Reply.Message.ok(Json.listing(listing));
    }

    @Override
    public Reply size(ContentPath folder, long bytes) {
        return Reply.Message.ok(Json.size(folder.toString(), bytes));
    }

    @Override
    public Reply rootSize(long bytes) {
        return Reply.Message.ok(Json.size("", bytes));
    }

    @Override
    public Reply info(Disk disk, Staged staging, Usage published) {
        return Reply.Message.ok(Json.info(disk, staging, published));
    }

    @Override
    public Reply refused(Operation operation, Refusal refusal) {
        FabricError error = error(operation, refusal);
        Map<String, String> fields = error.status() == 503 ? Map.of("Retry-After", "60") : Map.of();
        return error(error, fields);
    }

    @Override
    public Reply error(FabricError error, Map<String, String> fields) {
        return new Reply.Message(error.status(), Json.error(error), fields);
    }

    private FabricError error(Operation operation, Refusal refusal) {
        String message = refusal.message();
        return switch (refusal.reason()) {
            case ARGUMENT -> FabricError.invalidArgument(message);
            case SESSION_ID ->
                endsSession(operation)
                        ? FabricError.invalidArgument(message)
                        : new FabricError(400, "FABRIC_E_INVALID_UPLOAD_SESSION_ID", message);
            case SESSION_CONFLICT -> new FabricError(409, "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT", message);
            case SESSION_UNKNOWN ->
                operation == Operation.COMMIT ? FabricError.invalidArgument(message) : FabricError.notFound(message);
            case SESSION_BUSY -> new FabricError(409, "FABRIC_E_WRITE_CONFLICT", message);
            case RANGE ->
                new FabricError(
                        behaviour.rangeRefusalStatus(), "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE", message);
            case CONTENT_UNKNOWN -> new FabricError(404, "FABRIC_E_FILE_NOT_FOUND", message);
            case FOLDER_UNKNOWN -> new FabricError(404, "FABRIC_E_DIRECTORY_NOT_FOUND", message);
            case PATH -> new FabricError(400, "FABRIC_E_INVALID_NAME_URI", message);
            case PATH_TOO_LONG -> new FabricError(400, "FABRIC_E_PATH_TOO_LONG", message);
            case LENGTH_LIMIT -> new FabricError(413, "FABRIC_E_VALUE_TOO_LARGE", message);
            case BODY_LIMIT -> new FabricError(413, "FABRIC_E_MESSAGE_TOO_LARGE", message);
            case SESSION_LIMIT -> new FabricError(503, "FABRIC_E_SERVICE_TOO_BUSY", message);
            case STORAGE -> new FabricError(500, "E_FAIL", message);
        };
    }

    private static boolean endsSession(Operation operation) {
        return operation == Operation.COMMIT || operation == Operation.DELETE_SESSION;
    }
}
