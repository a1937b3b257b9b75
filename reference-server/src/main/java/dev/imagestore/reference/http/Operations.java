package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out what the head of a request asks for. Called on event loops, hands what touches the disk to an executor. */
final class Operations {

    private final Responder responder;
    private final RequestRules rules;
    private final Optional<String> clusterId;
    private final Router router;
    private final DiskWork disk;
    private final SessionOperations sessions;
    private final ContentOperations contents;
    private final ClockOperation clock;
    private final Clock time;
    private final Rush rush;
    private final BooleanSupplier isAdmin;

    Operations(
            Collaborators parts,
            Behaviour behaviour,
            HttpSettings settings,
            Executor executor,
            Rush rush,
            BooleanSupplier isAdmin) {
        this.responder = parts.responder();
        this.rules = parts.rules();
        this.clusterId = settings.clusterId();
        this.router = new Router(settings.oracle(), settings.clock().isPresent(), behaviour.requests());
        this.disk = new DiskWork(executor, parts);
        this.sessions = new SessionOperations(parts, behaviour.bodyLengths(), settings.longestFile(), disk);
        this.contents = new ContentOperations(parts, behaviour.contents(), settings.longestFile(), disk);
        this.clock = new ClockOperation(settings.clock(), disk);
        this.time = parts.clock();
        this.rush = rush;
        this.isAdmin = isAdmin;
    }

    /** Never throws: whatever is wrong with the request becomes an answer. */
    Opening open(RequestHead head) {
        try {
            head.requireKnownExpectation();
            RequestTarget target = RequestTarget.parse(head.request().uri());
            Route route = router.route(head.request().method().name(), target.segments());
            return open(head, route, target.query());
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

    private Opening open(RequestHead head, Route route, String query) {
        Operation operation = route.operation();
        try {
            if (operation.changesTheStore() && !isAdmin.getAsBoolean()) {
                throw new RefusedException(Reason.ROLE, "The client certificate is not one of an administrator");
            }
            return switch (operation) {
                case CONTENT -> contents.read(rules.paths().parse(route.content()));
                case CLOCK -> clock.advance(rules.queries().parse(query));
                case HEALTH -> contents.health();
                default ->
                    rush.isOn()
                            ? new Opening.Answered(responder.error(Rush.ERROR, Rush.FIELDS))
                            : open(head, route, parameters(head, query));
            };
        } catch (RefusedException e) {
            return new Opening.Answered(responder.refused(operation, e.refusal()));
        }
    }

    private Parameters parameters(RequestHead head, String query) {
        Map<String, String> values = rules.queries().parse(query);
        Dialect dialect = rules.versions().require(values.get("api-version"));
        String named = head.clusterId();
        if (clusterId.isPresent() && named != null && !clusterId.get().equalsIgnoreCase(named)) {
            throw new RefusedException(Reason.CLUSTER, "This is another cluster than '" + named + "'");
        }
        long seconds = rules.timeouts().seconds(values.get("timeout"));
        if (seconds == 0) {
            throw DiskWork.timedOut(seconds);
        }
        return new Parameters(values, dialect, seconds);
    }

    private Opening open(RequestHead head, Route route, Parameters parameters) {
        Operation operation = route.operation();
        Supplier<ContentPath> path = () -> rules.paths().parse(route.content());
        long seconds = parameters.seconds();
        return switch (operation) {
            case UPLOAD_FILE -> contents.upload(head, path);
            case UPLOAD_CHUNK -> sessions.upload(head, path, parameters);
            case COMMIT -> {
                SessionId id = parameters.sessionId();
                yield afterBody(head, operation, body -> sessions.commit(id, seconds));
            }
            case DELETE_SESSION -> {
                SessionId id = parameters.sessionId();
                yield afterBody(head, operation, body -> sessions.delete(id, seconds));
            }
            case SESSION_BY_ID -> sessions.byId(parameters.sessionId(), parameters.dialect());
            case SESSIONS_BY_PATH -> sessions.byPath(path.get(), parameters.dialect());
            case LIST -> contents.list(path.get(), parameters);
            case LIST_ROOT -> contents.listRoot(parameters);
            case DELETE -> {
                ContentPath doomed = path.get();
                yield afterBody(head, operation, body -> contents.delete(doomed, seconds));
            }
            case COPY -> afterBody(head, operation, body -> contents.copy(body, seconds));
            case FOLDER_SIZE -> contents.size(path.get(), seconds);
            case ROOT_FOLDER_SIZE -> contents.rootSize(seconds);
            case INFO -> contents.info(seconds);
            case CONTENT, CLOCK, HEALTH -> throw new IllegalArgumentException(operation + " is not part of the API");
        };
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
        return new IncomingBody(sink, time, disk.executor(), loop, listener);
    }
}
