package dev.imagestore.reference.http;

/** The words of an error, where its code does not fix them. */
interface Wording {

    /** What was wrong is said as it is. */
    Wording AS_IT_IS = new Wording() {
        @Override
        public FabricError worded(FabricError error) {
            return error;
        }

        @Override
        public String phrase(FabricError error) {
            return "";
        }

        @Override
        public FabricError busy(String message) {
            return new FabricError(409, "FABRIC_E_WRITE_CONFLICT", message);
        }
    };

    /** The error with the message that it is sent with. */
    FabricError worded(FabricError error);

    /** The reason phrase; empty for that of the status. */
    String phrase(FabricError error);

    /** The error for a session that another request is at work on. */
    FabricError busy(String message);
}
