package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Requests;
import dev.imagestore.reference.behaviour.Requests.Offer;
import dev.imagestore.reference.behaviour.Requests.Routes;
import dev.imagestore.reference.behaviour.Requests.Words;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the operation that a method and a path ask for. */
final class Router {

    private static final String STORE = "ImageStore";
    private static final String ACTION = "$";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

    private static final Map<String, Operation> ROOT = Map.of("GET", Operation.LIST_ROOT);
    private static final Map<String, Operation> CONTENT = Map.of(
            "GET", Operation.LIST,
            "PUT", Operation.UPLOAD_FILE,
            "DELETE", Operation.DELETE);
    private static final Map<String, Map<String, Operation>> ROOT_ACTIONS = Map.of(
            "CommitUploadSession", Map.of("POST", Operation.COMMIT),
            "DeleteUploadSession", Map.of("DELETE", Operation.DELETE_SESSION),
            "GetUploadSession", Map.of("GET", Operation.SESSION_BY_ID),
            "Copy", Map.of("POST", Operation.COPY),
            "FolderSize", Map.of("GET", Operation.ROOT_FOLDER_SIZE),
            "Info", Map.of("GET", Operation.INFO));
    private static final Map<String, Map<String, Operation>> CONTENT_ACTIONS = Map.of(
            "UploadChunk", Map.of("PUT", Operation.UPLOAD_CHUNK),
            "GetUploadSession", Map.of("GET", Operation.SESSIONS_BY_PATH),
            "FolderSize", Map.of("GET", Operation.FOLDER_SIZE));

    private final boolean oracle;
    private final boolean clock;
    private final Routes misses;
    private final Words words;
    private final Set<Operation> missing;

    Router(boolean oracle, boolean clock, Requests switches) {
        this.oracle = oracle;
        this.clock = clock;
        this.misses = switches.routes();
        this.words = switches.words();
        this.missing = missing(switches.offer());
    }

    private static Set<Operation> missing(Offer offer) {
        return switch (offer) {
            case ALL -> EnumSet.noneOf(Operation.class);
            case BASIC -> EnumSet.of(Operation.COPY, Operation.FOLDER_SIZE, Operation.ROOT_FOLDER_SIZE, Operation.INFO);
            case SESSIONS ->
                EnumSet.complementOf(EnumSet.of(
                        Operation.UPLOAD_CHUNK,
                        Operation.COMMIT,
                        Operation.DELETE_SESSION,
                        Operation.SESSION_BY_ID,
                        Operation.SESSIONS_BY_PATH,
                        Operation.HEALTH,
                        Operation.CONTENT,
                        Operation.CLOCK));
        };
    }

    /** @throws ProtocolException if there is none */
    Route route(String method, List<String> path) {
        try {
            return match(method, path);
        } catch (ProtocolException e) {
            throw misses == Routes.INVALID_ARGUMENT ? e.asInvalidArgument() : e;
        }
    }

    private Route match(String method, List<String> path) {
        if (!METHODS.contains(method)) {
            throw new ProtocolException(new FabricError(501, "E_NOTIMPL", "There is no method " + method + " here"));
        }
        if (oracle && !path.isEmpty() && path.get(0).equals("_content")) {
            return checked(method, Map.of("GET", Operation.CONTENT), path.subList(1, path.size()));
        }
        if (path.equals(List.of("_health"))) {
            return checked(method, Map.of("GET", Operation.HEALTH), List.of());
        }
        if (clock && path.equals(List.of("_clock"))) {
            return checked(method, Map.of("POST", Operation.CLOCK), List.of());
        }
        if (path.isEmpty() || !isWord(path.get(0), STORE)) {
            throw noSuchRoute(path);
        }
        int dollar = path.indexOf(ACTION);
        if (dollar < 0) {
            List<String> content = path.subList(1, path.size());
            return checked(method, content.isEmpty() ? ROOT : CONTENT, content);
        }
        if (path.size() != dollar + 2) {
            throw noSuchRoute(path);
        }
        List<String> content = path.subList(1, dollar);
        String action = path.get(dollar + 1);
        Map<String, Operation> operations = (content.isEmpty() ? ROOT_ACTIONS : CONTENT_ACTIONS)
                .entrySet().stream()
                        .filter(entry -> isWord(action, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> noSuchRoute(path));
        return checked(method, operations, content);
    }

    private boolean isWord(String segment, String word) {
        return words == Words.ANY_CASE ? segment.equalsIgnoreCase(word) : segment.equals(word);
    }

    private Route checked(String method, Map<String, Operation> operations, List<String> content) {
        boolean isQuery = method.equals("HEAD") && misses == Routes.HTTP;
        Operation operation = operations.get(isQuery ? "GET" : method);
        if (operation == null) {
            String allowed = String.join(", ", allowed(operations.keySet()));
            throw new ProtocolException(
                    new FabricError(405, FabricError.INVALID_ARGUMENT, "The method here is one of " + allowed),
                    Map.of("Allow", allowed));
        }
        if (missing.contains(operation)) {
            throw new ProtocolException(new FabricError(501, "E_NOTIMPL", "This operation is not offered here"));
        }
        return new Route(operation, String.join("/", content));
    }

    private static Collection<String> allowed(Set<String> methods) {
        Collection<String> allowed = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static ProtocolException noSuchRoute(List<String> path) {
        return new ProtocolException(FabricError.notFound("There is no operation at /" + String.join("/", path)));
    }
}
