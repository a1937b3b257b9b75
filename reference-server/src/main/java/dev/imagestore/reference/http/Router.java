package dev.imagestore.reference.http;

import java.util.List;
import java.util.Map;

/** Finds the operation that a method and a path ask for. The words of the API match case-sensitively. */
final class Router {

    private final boolean oracle;

    Router(boolean oracle) {
        this.oracle = oracle;
    }

    /** @throws ProtocolException if there is none */
    Route route(String method, List<String> path) {
        if (oracle && !path.isEmpty() && path.get(0).equals("_content")) {
            return checked(method, "GET", new Route(Operation.CONTENT, path.subList(1, path.size())));
        }
        int dollar = path.indexOf("$");
        if (dollar < 1 || !path.get(0).equals("ImageStore") || path.size() != dollar + 2) {
            throw noSuchRoute(path);
        }
        List<String> content = path.subList(1, dollar);
        String action = path.get(dollar + 1);
        if (action.equals("UploadChunk")) {
            return checked(method, "PUT", new Route(Operation.UPLOAD_CHUNK, content));
        }
        if (action.equals("GetUploadSession")) {
            Operation query = content.isEmpty() ? Operation.SESSION_BY_ID : Operation.SESSIONS_BY_PATH;
            return checked(method, "GET", new Route(query, content));
        }
        if (action.equals("CommitUploadSession") && content.isEmpty()) {
            return checked(method, "POST", new Route(Operation.COMMIT, content));
        }
        if (action.equals("DeleteUploadSession") && content.isEmpty()) {
            return checked(method, "DELETE", new Route(Operation.DELETE_SESSION, content));
        }
        throw noSuchRoute(path);
    }

    private static Route checked(String method, String allowed, Route route) {
        if (!method.equals(allowed)) {
            throw new ProtocolException(
                    new FabricError(405, FabricError.INVALID_ARGUMENT, "The method here is " + allowed),
                    Map.of("Allow", allowed));
        }
        return route;
    }

    private static ProtocolException noSuchRoute(List<String> path) {
        return new ProtocolException(FabricError.notFound("There is no operation at /" + String.join("/", path)));
    }
}
