package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.wire.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies of a recording, named by where the line of their exchange begins. A few files are kept open; for one thread. */
public final class Bodies implements AutoCloseable {

    private static final int OPEN = 32;
    private static final int KNOWN = 4096;

    private final RecordingReader reader;
    private final Map<Long, StoredBytes> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, StoredBytes> eldest) {
            return size() > KNOWN;
        }
    };
    private final Map<String, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);

    public Bodies(RecordingReader reader) {
        this.reader = reader;
    }

    /** Fills {@code into} with the octets of the body from {@code position} on. */
    void read(long source, long position, ByteBuffer into) {
        StoredBytes body = known.computeIfAbsent(source, this::find);
        try {
            FileChannel channel = channel(body);
            long at = position;
            while (into.hasRemaining()) {
                int read = channel.read(into, at);
                if (read < 0) {
                    throw new IOException("it is shorter than it was");
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the body " + body.file(), e);
        }
    }

    private StoredBytes find(long source) {
        BodyDigest digest = reader.at(source).request().body();
        return new StoredBytes(reader.body(digest), digest);
    }

    private FileChannel channel(StoredBytes body) throws IOException {
        FileChannel channel = open.get(body.digest().sha256());
        if (channel == null) {
            if (open.size() >= OPEN) {
                String eldest = open.keySet().iterator().next();
                FileChannel gone = open.remove(eldest);
                if (gone != null) {
                    gone.close();
                }
            }
            channel = FileChannel.open(body.file(), StandardOpenOption.READ);
            open.put(body.digest().sha256(), channel);
        }
        return channel;
    }

    @Override
    public void close() {
        open.values().forEach(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a body", e);
            }
        });
        open.clear();
    }
}
