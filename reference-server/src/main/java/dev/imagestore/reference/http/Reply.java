package dev.imagestore.reference.http;

import java.nio.channels.FileChannel;
import java.util.Map;

/** An answer before it is put on the wire. */
public sealed interface Reply {

    /** A complete answer; its body is JSON or empty. */
    @SuppressWarnings("ArrayRecordComponent") // written once and never compared
    record Message(int status, byte[] body, Map<String, String> fields) implements Reply {

        public static Message ok(byte[] body) {
            return new Message(200, body, Map.of());
        }
    }

    /** The bytes of a file, closed by whoever sends them. */
    record Content(FileChannel file, long length) implements Reply {}
}
