package dev.imagestore.reference.http;

import java.util.Map;

/**
 * Says what was wrong as it is, under a code of the published list: clients that were generated from the documents know
 * no other (ERR-04).
 */
final class DocumentedWording implements Wording {

    private static final Map<String, String> INSTEAD = Map.of(
            FabricError.NOT_FOUND,
            "FABRIC_E_NAME_DOES_NOT_EXIST",
            "FABRIC_E_INVALID_UPLOAD_SESSION_ID",
            FabricError.INVALID_ARGUMENT,
            "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
            FabricError.INVALID_ARGUMENT,
            "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT",
            "FABRIC_E_NAME_ALREADY_EXISTS",
            "FABRIC_E_MESSAGE_TOO_LARGE",
            "FABRIC_E_VALUE_TOO_LARGE",
            "FABRIC_E_SERVICE_TOO_BUSY",
            "FABRIC_E_NOT_READY",
            "E_NOTIMPL",
            "E_FAIL");

    @Override
    public FabricError worded(FabricError error) {
        String code = INSTEAD.getOrDefault(error.code(), error.code());
        return new FabricError(error.status(), code, error.message());
    }

    @Override
    public String phrase(FabricError error) {
        return "";
    }

    @Override
    public FabricError busy(String message) {
        return new FabricError(409, "FABRIC_E_OPERATION_NOT_COMPLETE", message);
    }
}
