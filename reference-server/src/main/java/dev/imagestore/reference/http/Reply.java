package dev.imagestore.reference.http;

import java.nio.channels.FileChannel;
import java.util.Map;

/** An answer before it is put on the wire. */
public sealed interface Reply {

    int status();

    /**
     * A complete answer; its body is JSON or empty.
     *
     * @param phrase the reason phrase; empty for that of the status
     * @param fields what its head says besides
     * @param bare whether the fields that speak of the body are left out
     */
    @SuppressWarnings("ArrayRecordComponent") // written once and never compared
    record Message(int status, String phrase, byte[] body, Map<String, String> fields, boolean bare) implements Reply {

        static final byte[] NOTHING = {};

        public static Message ok(byte[] body) {
            return new Message(200, "", body, Map.of(), false);
        }

        /** An answer without a body. */
        public static Message empty(int status) {
            return new Message(status, "", NOTHING, Map.of(), false);
        }

        /** An answer without a body that does not even speak of one. */
        public static Message bare(int status) {
            return new Message(status, "", NOTHING, Map.of(), true);
        }
    }

    /** The bytes of a file, closed by whoever sends them. */
    record Content(FileChannel file, long length) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }
}
