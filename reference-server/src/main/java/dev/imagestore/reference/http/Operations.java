package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Upload;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what the head of a request asks for. Called on event loops, hands what touches the disk to an executor. */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Collaborators parts;
    private final ApiVersion runtime;
    private final Router router;
    private final Executor disk;

    Operations(Collaborators parts, HttpSettings settings, Executor disk) {
        this.parts = parts;
        this.runtime = settings.runtime();
        this.router = new Router(settings.oracle());
        this.disk = disk;
    }

    /** Never throws: whatever is wrong with the request becomes an answer. */
    Opening open(RequestHead head) {
        try {
            head.requireKnownExpectation();
            return route(head.request());
        } catch (ProtocolException e) {
            return new Opening.Answered(e.reply());
        } catch (RuntimeException e) {
            return new Opening.Answered(failed(e));
        }
    }

    private static Reply failed(Throwable fault) {
        LOG.error("a request failed", fault);
        return new ProtocolException(new FabricError(500, "E_FAIL", "The request failed")).reply();
    }

    private Opening route(HttpRequest request) {
        RequestTarget target = RequestTarget.parse(request.uri());
        Route route = router.route(request.method().name(), target.segments());
        Operation operation = route.operation();
        try {
            Parameters parameters = new Parameters(target.parameters());
            if (operation != Operation.CONTENT) {
                parameters.requireApiVersion(runtime);
                parameters.checkTimeout();
            }
            return switch (operation) {
                case UPLOAD_CHUNK -> upload(request, route, parameters);
                case COMMIT -> commit(parameters.sessionId());
                case DELETE_SESSION -> delete(parameters.sessionId());
                case SESSION_BY_ID -> byId(parameters.sessionId());
                case SESSIONS_BY_PATH -> byPath(ContentPath.of(route.content()));
                case CONTENT -> content(ContentPath.of(route.content()));
            };
        } catch (RefusedException e) {
            return refused(operation, e.refusal());
        }
    }

    private Opening upload(HttpRequest request, Route route, Parameters parameters) {
        ContentRange chunk = parts.ranges().parse(request.headers().getAll(HttpHeaderNames.CONTENT_RANGE));
        ContentPath path = ContentPath.of(route.content());
        parts.store().requireStorable(path);
        SessionId id = parameters.sessionId();
        if (!HttpUtil.isTransferEncodingChunked(request)) {
            long length = HttpUtil.getContentLength(request, 0L);
            if (length != chunk.range().length()) {
                throw new RefusedException(
                        Reason.ARGUMENT,
                        "The body has " + length + " bytes, the range " + chunk.range() + " has "
                                + chunk.range().length());
            }
        }
        Admission admission = parts.sessions().admit(id, path, chunk);
        if (admission instanceof Admission.Admitted admitted) {
            return new Opening.Receiving(admitted.reservation());
        }
        return refused(Operation.UPLOAD_CHUNK, (Refusal) admission);
    }

    /** Takes the body of an admitted chunk. */
    ChunkBody receive(Reservation reservation, Executor loop, ChunkBody.Listener listener) {
        return new ChunkBody(reservation, parts, disk, loop, listener);
    }

    Reply answer(Settlement settlement) {
        return settlement instanceof Settlement.Dropped dropped
                ? parts.responder().refused(Operation.UPLOAD_CHUNK, dropped.refusal())
                : parts.responder().done(Operation.UPLOAD_CHUNK);
    }

    private Opening commit(SessionId id) {
        Commitment commitment = parts.sessions().beginCommit(id);
        if (commitment instanceof Commitment.Publish publish) {
            return working(() -> published(publish.upload()));
        }
        if (commitment instanceof Refusal refusal) {
            return refused(Operation.COMMIT, refusal);
        }
        return new Opening.Answered(parts.responder().done(Operation.COMMIT));
    }

    private Reply published(Upload upload) {
        boolean published = false;
        try {
            parts.store().publish(upload);
            published = true;
            return parts.responder().done(Operation.COMMIT);
        } catch (RefusedException e) {
            return parts.responder().refused(Operation.COMMIT, e.refusal());
        } catch (IOException e) {
            LOG.error("'{}' could not be published: {}", upload.path(), e.toString());
            return parts.responder()
                    .refused(
                            Operation.COMMIT,
                            new Refusal(Reason.STORAGE, "'" + upload.path() + "' could not be published"));
        } finally {
            parts.sessions().endCommit(upload, published);
        }
    }

    private Opening delete(SessionId id) {
        Deletion deletion = parts.sessions().delete(id);
        if (deletion instanceof Deletion.Deleted deleted) {
            return working(() -> {
                discard(deleted.upload());
                return parts.responder().done(Operation.DELETE_SESSION);
            });
        }
        return refused(Operation.DELETE_SESSION, (Refusal) deletion);
    }

    private void discard(Upload upload) {
        try {
            parts.store().discard(upload);
        } catch (IOException e) {
            LOG.warn("staged bytes of session {} could not be removed: {}", upload.id(), e.toString());
        }
    }

    private Opening byId(SessionId id) {
        return parts.sessions()
                .find(id)
                .map(session -> sessions(List.of(session)))
                .orElseGet(() -> refused(
                        Operation.SESSION_BY_ID, new Refusal(Reason.SESSION_UNKNOWN, "There is no session " + id)));
    }

    private Opening byPath(ContentPath path) {
        List<SessionView> found = parts.sessions().findByPath(path);
        return found.isEmpty()
                ? refused(
                        Operation.SESSIONS_BY_PATH,
                        new Refusal(Reason.SESSION_UNKNOWN, "There is no session for '" + path + "'"))
                : sessions(found);
    }

    private Opening sessions(List<SessionView> found) {
        return new Opening.Answered(parts.responder().sessions(found));
    }

    private Opening refused(Operation operation, Refusal refusal) {
        return new Opening.Answered(parts.responder().refused(operation, refusal));
    }

    private Opening content(ContentPath path) {
        return working(() -> {
            try {
                Optional<FileChannel> file = parts.store().read(path);
                return file.isPresent()
                        ? new Reply.Content(file.get(), file.get().size())
                        : new ProtocolException(FabricError.notFound("There is no file '" + path + "'")).reply();
            } catch (IOException e) {
                LOG.error("'{}' could not be read: {}", path, e.toString());
                return parts.responder()
                        .refused(Operation.CONTENT, new Refusal(Reason.STORAGE, "'" + path + "' could not be read"));
            }
        });
    }

    private Opening working(Supplier<Reply> work) {
        return new Opening.Working(CompletableFuture.supplyAsync(work, disk).exceptionally(Operations::failed));
    }
}
