package dev.imagestore.reference.http;

import java.util.Map;

/** Carries a {@link FabricError} for a request that reaches no operation. Without a stack trace. */
final class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FabricError error;
    private final transient Map<String, String> fields;

    ProtocolException(FabricError error) {
        this(error, Map.of());
    }

    ProtocolException(FabricError error, Map<String, String> fields) {
        super(error.message(), null, false, false);
        this.error = error;
        this.fields = fields;
    }

    /** The same, for a server that knows no other error for it. */
    ProtocolException asInvalidArgument() {
        return new ProtocolException(FabricError.invalidArgument(error.message()));
    }

    Reply reply(Responder responder) {
        return responder.error(error, fields);
    }
}
