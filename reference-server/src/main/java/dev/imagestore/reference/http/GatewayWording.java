package dev.imagestore.reference.http;

import java.util.Map;

/** Words errors as the gateway of the real runtime does: by what is registered for their code. */
final class GatewayWording implements Wording {

    private static final String NULL = "Null";
    private static final Map<String, String> MESSAGES = Map.of(
            FabricError.INVALID_ARGUMENT,
            "Invalid argument",
            "FABRIC_E_INVALID_UPLOAD_SESSION_ID",
            "The upload session identity is invalid.",
            "FABRIC_E_TIMEOUT",
            "Operation timed out.",
            "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
            NULL,
            "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT",
            NULL,
            "OperationsPending",
            NULL,
            FabricError.NOT_FOUND,
            NULL);

    @Override
    public FabricError worded(FabricError error) {
        String message = MESSAGES.getOrDefault(error.code(), error.message());
        return new FabricError(error.status(), error.code(), message);
    }

    @Override
    public String phrase(FabricError error) {
        return switch (error.status()) {
            case 403 -> "Access Denied";
            case 400 -> error.code().equals(FabricError.INVALID_ARGUMENT) ? "" : error.code();
            default -> error.code();
        };
    }

    @Override
    public FabricError busy(String message) {
        return new FabricError(500, "OperationsPending", message);
    }
}
