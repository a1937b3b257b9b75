package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Answers;
import dev.imagestore.reference.behaviour.Answers.Detail;
import dev.imagestore.reference.behaviour.Answers.Style;
import dev.imagestore.reference.behaviour.Answers.UnknownDeletion;
import dev.imagestore.reference.behaviour.Answers.UnknownQuery;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Contents;
import dev.imagestore.reference.behaviour.Contents.EmptyFolders;
import dev.imagestore.reference.behaviour.Contents.Pages;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
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

    private static final int LONGEST_HALF = 250;
    private static final String NO_NAME = "FABRIC_E_NAME_DOES_NOT_EXIST";

    private final Answers answers;
    private final Contents contents;
    private final Wording wording;
    private final Json json;

    public FabricResponder(Behaviour behaviour) {
        this.answers = behaviour.answers();
        this.contents = behaviour.contents();
        this.wording = answers.style() == Style.GATEWAY ? new GatewayWording() : new DocumentedWording();
        this.json = new Json(behaviour.documents());
    }

    @Override
    public Reply done(Operation operation) {
        return Reply.Message.empty(200);
    }

    @Override
    public Reply uploaded(boolean replaced) {
        return Reply.Message.empty(replaced ? 200 : contents.creationStatus());
    }

    @Override
    public Reply sessions(List<SessionView> sessions, Dialect dialect) {
        return Reply.Message.ok(json.sessions(sessions, dialect));
    }

    @Override
    public Reply listing(Listing listing, Dialect dialect) {
        return listing.isEmpty() && contents.emptyFolders() == EmptyFolders.NOT_LISTED
                ? Reply.Message.bare(204)
                : listed(listing, dialect);
    }

    @Override
    public Reply rootListing(Listing listing, Dialect dialect) {
        return listing.isEmpty() && contents.emptyFolders() == EmptyFolders.NOT_LISTED
                ? error(new FabricError(404, NO_NAME, "The store is empty"), Map.of())
                : listed(listing, dialect);
    }

    private Reply listed(Listing listing, Dialect dialect) {
        boolean paged = contents.pages() == Pages.BY_VERSION && dialect.paged();
        return Reply.Message.ok(json.listing(listing, contents.separator().text(), paged, dialect));
    }

    @Override
    public Reply absent(ContentPath path, Dialect dialect) {
        if (answers.style() == Style.GATEWAY) {
            return dialect.untypedAbsence() ? Reply.Message.bare(404) : Reply.Message.empty(404);
        }
        return refused(
                Operation.LIST, new Refusal(Reason.CONTENT_UNKNOWN, "There is no file or folder '" + path + "'"));
    }

    @Override
    public Reply size(ContentPath folder, long bytes) {
        return Reply.Message.ok(json.size(String.join(contents.separator().text(), folder.segments()), bytes));
    }

    @Override
    public Reply rootSize(long bytes) {
        return Reply.Message.ok(json.size("", bytes));
    }

    @Override
    public Reply info(Disk disk, Staged staging, Usage published) {
        return Reply.Message.ok(json.info(disk, staging, published));
    }

    @Override
    public Reply refused(Operation operation, Refusal refusal) {
        if (refusal.reason() == Reason.SESSION_UNKNOWN) {
            if (isQuery(operation) && answers.unknownQuery() == UnknownQuery.NO_CONTENT) {
                return Reply.Message.empty(204);
            }
            if (isQuery(operation) && answers.unknownQuery() == UnknownQuery.EMPTY_LIST) {
                return sessions(List.of(), Dialect.DOCUMENTED);
            }
            if (operation == Operation.DELETE_SESSION && answers.unknownDeletion() == UnknownDeletion.DONE) {
                return done(operation);
            }
        }
        FabricError error = error(operation, refusal);
        Map<String, String> fields = error.status() == 503 ? Map.of("Retry-After", "60") : Map.of();
        return refusal.reason() == Reason.JOINED_LENGTH ? message(error, fields) : error(error, fields);
    }

    @Override
    public Reply error(FabricError error, Map<String, String> fields) {
        return message(wording.worded(error), fields);
    }

    private Reply message(FabricError error, Map<String, String> fields) {
        byte[] body = answers.detail() == Detail.STATUS ? Reply.Message.NOTHING : json.error(told(error));
        return new Reply.Message(error.status(), wording.phrase(error), body, fields, false);
    }

    private FabricError told(FabricError error) {
        String message = answers.detail() == Detail.CODE ? "" : shortened(error.message());
        return new FabricError(error.status(), error.code(), message);
    }

    /** A value that was quoted may be as long as a request; what it is and what was expected stand around it. */
    private static String shortened(String message) {
        int length = message.length();
        return length <= 2 * LONGEST_HALF
                ? message
                : message.substring(0, LONGEST_HALF) + " ... " + message.substring(length - LONGEST_HALF);
    }

    private FabricError error(Operation operation, Refusal refusal) {
        String message = refusal.message();
        return switch (refusal.reason()) {
            case ARGUMENT, JOINED_LENGTH -> FabricError.invalidArgument(message);
            case SESSION_ID ->
                endsSession(operation)
                        ? FabricError.invalidArgument(message)
                        : new FabricError(400, "FABRIC_E_INVALID_UPLOAD_SESSION_ID", message);
            case SESSION_CONFLICT -> new FabricError(409, "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT", message);
            case SESSION_UNKNOWN -> unknown(operation, message);
            case SESSION_BUSY -> wording.busy(message);
            case RANGE ->
                new FabricError(answers.rangeRefusalStatus(), "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE", message);
            case CONTENT_UNKNOWN -> new FabricError(404, "FABRIC_E_FILE_NOT_FOUND", message);
            case FOLDER_UNKNOWN -> new FabricError(404, "FABRIC_E_DIRECTORY_NOT_FOUND", message);
            case RESERVED -> new FabricError(400, "FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR", message);
            case CLUSTER, ROLE -> new FabricError(403, "E_ACCESSDENIED", message);
            case TIMEOUT -> new FabricError(504, "FABRIC_E_TIMEOUT", message);
            case PATH -> new FabricError(400, "FABRIC_E_INVALID_NAME_URI", message);
            case PATH_TOO_LONG -> new FabricError(400, "FABRIC_E_PATH_TOO_LONG", message);
            case LENGTH_LIMIT -> new FabricError(413, "FABRIC_E_VALUE_TOO_LARGE", message);
            case BODY_LIMIT -> new FabricError(413, "FABRIC_E_MESSAGE_TOO_LARGE", message);
            case SESSION_LIMIT -> new FabricError(503, "FABRIC_E_SERVICE_TOO_BUSY", message);
            case STAGED_LIMIT -> new FabricError(507, "FABRIC_E_SERVICE_TOO_BUSY", message);
            case STORAGE -> new FabricError(500, "E_FAIL", message);
        };
    }

    private FabricError unknown(Operation operation, String message) {
        FabricError gone = new FabricError(410, FabricError.NOT_FOUND, message);
        if (operation == Operation.COMMIT) {
            return switch (answers.unknownCommit()) {
                case INVALID_ARGUMENT -> FabricError.invalidArgument(message);
                case NOT_FOUND -> FabricError.notFound(message);
                case GONE -> gone;
            };
        }
        if (isQuery(operation)) {
            return switch (answers.unknownQuery()) {
                case INVALID_ARGUMENT -> FabricError.invalidArgument(message);
                case GONE -> gone;
                case NOT_FOUND, NO_CONTENT, EMPTY_LIST -> FabricError.notFound(message);
            };
        }
        return FabricError.notFound(message);
    }

    private static boolean isQuery(Operation operation) {
        return operation == Operation.SESSION_BY_ID || operation == Operation.SESSIONS_BY_PATH;
    }

    private static boolean endsSession(Operation operation) {
        return operation == Operation.COMMIT || operation == Operation.DELETE_SESSION;
    }
}
