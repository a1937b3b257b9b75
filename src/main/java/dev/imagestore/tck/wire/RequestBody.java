package dev.imagestore.tck.wire;

/** What follows the head of a request. */
public sealed interface RequestBody {

    /** Number of octets. */
    long length();

    /** Nothing, and no Content-Length is added. */
    record None() implements RequestBody {
        @Override
        public long length() {
            return 0;
        }
    }

    /** So many octets of the source; Content-Length says so, unless the caller frames the message himself. */
    record Content(long length, ByteSource source) implements RequestBody {
        public Content {
            if (length < 0) {
                throw new IllegalArgumentException("body length " + length + ": expected 0 or more");
            }
        }
    }

    static RequestBody none() {
        return new None();
    }

    static RequestBody of(byte[] octets) {
        byte[] copy = octets.clone();
        return of(copy.length, (position, into) -> into.put(copy, Math.toIntExact(position), into.remaining()));
    }

    static RequestBody of(long length, ByteSource source) {
        return new Content(length, source);
    }
}
