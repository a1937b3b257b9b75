package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Requests.Routes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the operation that a method and a path ask for. The words of the API match case-sensitively. */
final class Router {

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

    /** @param misses what becomes of a request that reaches no operation */
    Router(boolean oracle, boolean clock, Routes misses) {
        this.oracle = oracle;
        this.clock = clock;
        this.misses = misses;
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
        if (clock && path.equals(List.of("_clock"))) {
            return checked(method, Map.of("POST", Operation.CLOCK), List.of());
        }
        if (path.isEmpty() || !path.get(0).equals("ImageStore")) {
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
        Map<String, Operation> operations =
                (content.isEmpty() ? ROOT_ACTIONS : CONTENT_ACTIONS).get(path.get(dollar + 1));
        if (operations == null) {
            throw noSuchRoute(path);
        }
        return checked(method, operations, content);
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
