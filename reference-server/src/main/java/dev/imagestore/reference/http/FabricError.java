package dev.imagestore.reference.http;

/** An error as it is answered: the HTTP status, and the code and message of the body. */
public record FabricError(int status, String code, String message) {

    static final String INVALID_ARGUMENT = "E_INVALIDARG";
    static final String NOT_FOUND = "NotFound";

    static FabricError invalidArgument(String message) {
        return new FabricError(400, INVALID_ARGUMENT, message);
    }

    static FabricError notFound(String message) {
        return new FabricError(404, NOT_FOUND, message);
    }
}
