package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.CopyDescription;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.wire.RequestBody;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request for each operation, which a right server refuses or which only reads, all at once. What an answer says is
 * told by comparing it with the answer to an operation that does not exist.
 */
final class OperationProbe {

    /** Operations whose answer to such a request is never 404 by right. */
    private static final Set<Operation> FOUND_BY_RIGHT =
            EnumSet.of(Operation.UPLOAD_FILE, Operation.UPLOAD_CHUNK, Operation.LIST_ROOT, Operation.INFO);

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");

    private final ImageStore store;
    private final ImageStore.Origin origin;
    private final String folder;

    /** @param folder a folder of the store in which there is nothing, and in which the suite may write */
    OperationProbe(ImageStore store, ImageStore.Origin origin, String folder) {
        this.store = store;
        this.origin = origin;
        this.folder = folder;
    }

    Map<Operation, Probed> probe() {
        Map<String, CompletableFuture<Exchange>> unknown = new HashMap<>();
        for (String method : METHODS) {
            unknown.put(method, send(Call.info().at("/$/NoSuchOperation").method(method)));
        }
        Map<Operation, Call> calls = new EnumMap<>(Operation.class);
        Map<Operation, CompletableFuture<Exchange>> known = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            Call call = call(operation);
            calls.put(operation, call);
            known.put(operation, send(call));
        }
        Map<Operation, Probed> probed = new EnumMap<>(Operation.class);
        calls.forEach((operation, call) ->
                probed.put(operation, judge(operation, join(known.get(operation)), join(unknown.get(call.method())))));
        return probed;
    }

    private CompletableFuture<Exchange> send(Call call) {
        return store.sendOnce(call, origin);
    }

    private static Exchange join(@Nullable CompletableFuture<Exchange> sent) {
        if (sent == null) {
            throw new IllegalStateException("a method without a request to compare with");
        }
        return sent.join();
    }

    private Call call(Operation operation) {
        String file = folder + "/probe";
        String session = UUID.randomUUID().toString();
        return switch (operation) {
            case UPLOAD_FILE -> Call.uploadFile(file).with("api-version", "0.0").body(RequestBody.of(new byte[0]));
            case UPLOAD_CHUNK -> Call.chunk(file, session).without("session-id").body(RequestBody.of(new byte[0]));
            case COMMIT -> Call.commit(session);
            case DELETE_SESSION -> Call.deleteSession(session);
            case GET_SESSION -> Call.getSession(session);
            case GET_SESSION_BY_PATH -> Call.getSessions(file);
            case LIST -> Call.list(folder);
            case LIST_ROOT -> Call.listRoot();
            case DELETE -> Call.deleteContent(file);
            case COPY -> Call.copy(CopyDescription.of(file, file + "-copy").json());
            case FOLDER_SIZE -> Call.folderSize(folder);
            case INFO -> Call.info();
        };
    }

    private static Probed judge(Operation operation, Exchange exchange, Exchange unknown) {
        boolean whole = exchange.answered() || exchange.ending() == Ending.OVERSIZE;
        int status = whole ? exchange.status().orElse(0) : 0;
        if (status == 405 || status == 501) {
            return Probed.ABSENT;
        }
        if (status == 0 || status >= 500) {
            return Probed.UNCLEAR;
        }
        if (!signature(exchange).equals(signature(unknown))) {
            return Probed.ANSWERED;
        }
        return status == 404 && FOUND_BY_RIGHT.contains(operation) ? Probed.ABSENT : Probed.UNCLEAR;
    }

    /** What tells kinds of answers apart. */
    private static String signature(Exchange exchange) {
        String code = exchange.answer()
                .map(Answer::text)
                .flatMap(FabricError::parse)
                .flatMap(FabricError::code)
                .orElse("");
        return exchange.status().orElse(0) + " " + code;
    }
}
