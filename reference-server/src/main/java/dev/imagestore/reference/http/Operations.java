package dev.imagestore.reference.http;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Carries out what the head of a request asks for. Called on event loops, hands what touches the disk to an executor. */
final class Operations {

    private final Responder responder;
    private final ApiVersion runtime;
    private final Router router;
    private final DiskWork disk;
    private final SessionOperations sessions;
    private final ContentOperations contents;

    Operations(Collaborators parts, HttpSettings settings, Executor executor) {
        this.responder = parts.responder();
        this.runtime = settings.runtime();
        this.router = new Router(settings.oracle());
        this.disk = new DiskWork(executor, parts);
        this.sessions = new SessionOperations(parts, disk);
        this.contents = new ContentOperations(parts, settings.longestFile(), disk);
    }

    /** Never throws: whatever is wrong with the request becomes an answer. */
    Opening open(RequestHead head) {
        try {
            head.requireKnownExpectation();
            RequestTarget target = RequestTarget.parse(head.request().uri());
            Route route = router.route(head.request().method().name(), target.segments());
            return open(head, route, new Parameters(target.parameters()));
        } catch (ProtocolException e) {
            return new Opening.Answered(e.reply(responder));
        } catch (RuntimeException e) {
            return new Opening.Answered(disk.failed(e));
        }
    }

    /** The answer to a head in which nothing can be trusted. */
    Reply answer(ProtocolException fault) {
        return fault.reply(responder);
    }

    private Opening open(RequestHead head, Route route, Parameters parameters) {
        Operation operation = route.operation();
        try {
            if (operation != Operation.CONTENT) {
                parameters.requireApiVersion(runtime);
                parameters.checkTimeout();
            }
            return switch (operation) {
                case UPLOAD_FILE -> contents.upload(head, ContentPath.of(route.content()));
                case UPLOAD_CHUNK -> sessions.upload(head, ContentPath.of(route.content()), parameters);
                case COMMIT -> {
                    SessionId id = parameters.sessionId();
                    yield afterBody(head, operation, body -> sessions.commit(id));
                }
                case DELETE_SESSION -> {
                    SessionId id = parameters.sessionId();
                    yield afterBody(head, operation, body -> sessions.delete(id));
                }
                case SESSION_BY_ID -> sessions.byId(parameters.sessionId());
                case SESSIONS_BY_PATH -> sessions.byPath(ContentPath.of(route.content()));
                case LIST -> contents.list(ContentPath.of(route.content()));
                case LIST_ROOT -> contents.listRoot();
                case DELETE -> {
                    ContentPath path = ContentPath.of(route.content());
                    yield afterBody(head, operation, body -> contents.delete(path));
                }
                case COPY -> afterBody(head, operation, contents::copy);
                case FOLDER_SIZE -> contents.size(ContentPath.of(route.content()));
                case ROOT_FOLDER_SIZE -> contents.rootSize();
                case INFO -> contents.info();
                case CONTENT -> contents.read(ContentPath.of(route.content()));
            };
        } catch (RefusedException e) {
            return new Opening.Answered(responder.refused(operation, e.refusal()));
        }
    }

    private Opening afterBody(RequestHead head, Operation operation, Function<byte[], Opening.Outcome> next) {
        if (!head.isChunked() && head.contentLength() == 0) {
            return next.apply(new byte[0]);
        }
        if (head.contentLength() > MemorySink.LONGEST) {
            return new Opening.Answered(responder.refused(operation, MemorySink.tooLong()));
        }
        return new Opening.Receiving(new MemorySink(operation, responder, next));
    }

    /** Takes a body that is wanted. */
    IncomingBody receive(BodySink sink, Executor loop, IncomingBody.Listener listener) {
        return new IncomingBody(sink, disk.executor(), loop, listener);
    }
}
