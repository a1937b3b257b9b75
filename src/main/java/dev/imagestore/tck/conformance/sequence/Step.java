package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Operation;

/** One request of a sequence. Sessions, paths and files are numbers within the sequence, so that each trial has its own. */
sealed interface Step {

    /** The operation that a target has to claim. */
    Operation operation();

    /** What the client does, in words. */
    @Override
    String toString();

    /** Bytes of a file, for a path, under the id of a session. */
    record Chunk(int session, int path, int file, ByteRange range) implements Step {
        @Override
        public Operation operation() {
            return Operation.UPLOAD_CHUNK;
        }

        @Override
        public String toString() {
            return "the client uploads bytes %s of file %d to path %d in session %d"
                    .formatted(range, file, path, session);
        }
    }

    record Commit(int session) implements Step {
        @Override
        public Operation operation() {
            return Operation.COMMIT;
        }

        @Override
        public String toString() {
            return "the client commits session " + session;
        }
    }

    record Drop(int session) implements Step {
        @Override
        public Operation operation() {
            return Operation.DELETE_SESSION;
        }

        @Override
        public String toString() {
            return "the client deletes session " + session;
        }
    }

    /** A query by id. */
    record Ask(int session) implements Step {
        @Override
        public Operation operation() {
            return Operation.GET_SESSION;
        }

        @Override
        public String toString() {
            return "the client asks for session " + session;
        }
    }

    /** A query by path. */
    record AskPath(int path) implements Step {
        @Override
        public Operation operation() {
            return Operation.GET_SESSION_BY_PATH;
        }

        @Override
        public String toString() {
            return "the client asks for the sessions of path " + path;
        }
    }

    /** A plain upload. */
    record Put(int path, int file) implements Step {
        @Override
        public Operation operation() {
            return Operation.UPLOAD_FILE;
        }

        @Override
        public String toString() {
            return "the client puts file %d to path %d".formatted(file, path);
        }
    }

    /** The deletion of what is stored. */
    record Remove(int path) implements Step {
        @Override
        public Operation operation() {
            return Operation.DELETE;
        }

        @Override
        public String toString() {
            return "the client deletes what is stored under path " + path;
        }
    }

    record Copy(int from, int to) implements Step {
        @Override
        public Operation operation() {
            return Operation.COPY;
        }

        @Override
        public String toString() {
            return "the client copies path %d to path %d".formatted(from, to);
        }
    }
}
