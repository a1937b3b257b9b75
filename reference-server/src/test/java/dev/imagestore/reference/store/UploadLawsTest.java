package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any partition of files, in any order, interleaved over their sessions, makes those files. */
class UploadLawsTest {

    private record Chunk(int session, ByteRange range) {}

    private static SessionId id(int session) {
        return new SessionId(new UUID(9, session + 1));
    }

    private static ContentPath path(int session) {
        return new ContentPath(List.of("folder", "file" + session));
    }

    @Property(tries = 60)
    void anyInterleavingMakesTheFiles(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5000) Integer> lengths,
            @ForAll @IntRange(max = 3) int inFlight,
            @ForAll Random random)
            throws IOException {
        List<byte[]> files =
                lengths.stream().map(length -> bytes(length, random)).toList();
        List<Chunk> chunks = chunks(files, random);
        ManualClock clock = new ManualClock();
        try (ScratchFolder folder = new ScratchFolder();
                StoredSessions sessions = StoredSessions.start(folder.path(), clock)) {
            List<Reservation> admitted = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            for (Chunk chunk : chunks) {
                byte[] file = files.get(chunk.session());
                admitted.add(sessions.admit(
                                id(chunk.session()),
                                path(chunk.session()),
                                new ContentRange(chunk.range(), file.length))
                        .orElseThrow());
                owners.add(chunk.session());
                while (admitted.size() > inFlight) {
                    int next = random.nextInt(admitted.size());
                    assertThat(sessions.store(admitted.remove(next), files.get(owners.remove(next))))
                            .isTrue();
                }
            }
            while (!admitted.isEmpty()) {
                assertThat(sessions.store(admitted.remove(0), files.get(owners.remove(0))))
                        .isTrue();
            }

            for (int i = 0; i < files.size(); i++) {
                assertThat(sessions.commit(id(i))).isTrue();
                assertThat(sessions.published(path(i))).hasBinaryContent(files.get(i));
            }
            assertThat(sessions.layout.staging()).isEmptyDirectory();
        }
    }

    private static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Chunk> chunks(List<byte[]> files, Random random) {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int first = 0;
            while (first < files.get(i).length) {
                int last = Math.min(files.get(i).length - 1, first + random.nextInt(1000));
                chunks.add(new Chunk(i, new ByteRange(first, last)));
                first = last + 1;
            }
        }
        Collections.shuffle(chunks, random);
        return chunks;
    }
}
