package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.wire.ByteSource;
import dev.imagestore.tck.wire.StoredBytes;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts bodies into another store, piece by piece; one that was copied a little earlier is not copied again. */
final class BodyCopies {

    private static final int PIECE = 64 << 10;
    private static final int REMEMBERED = 1 << 16;

    private final BodyStore into;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final Map<String, BodyDigest> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BodyDigest> eldest) {
            return size() > REMEMBERED;
        }
    };

    BodyCopies(BodyStore into) {
        this.into = into;
    }

    /** The body as it is. */
    BodyDigest copy(RecordingReader from, BodyDigest body) {
        return body.length() == 0 ? body : put(body.sha256(), body.length(), new StoredBytes(from.body(body), body));
    }

    /** So many bytes of that source, which is always the same for that key. */
    BodyDigest put(String key, long length, ByteSource source) {
        BodyDigest known = done.get(key);
        if (known != null) {
            return known;
        }
        try (BodyStore.Sink sink = into.open()) {
            for (long at = 0; at < length; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, length - at));
                source.read(at, piece);
                sink.write(piece.flip());
            }
            BodyDigest digest = sink.finish();
            done.put(key, digest);
            return digest;
        }
    }

    /** So many zeros, in place of a body that is not known. */
    BodyDigest standIn(long length) {
        return put("zeros " + length, length, (position, into) -> into.put(new byte[into.remaining()]));
    }
}
