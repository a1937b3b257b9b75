package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.subject.FileContent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;

/**
 * Makes up the traffic of uploads that a right server accepted. Exchange follows exchange at the rate, one connection
 * after the other, so that as many overlap as there are connections; a commit waits for the chunks of its file.
 */
public final class Generator {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PIECE = 64 << 10;
    private static final Header HOST = new Header("Host", "generated.invalid");
    private static final Answer ACCEPTED =
            new Answer(200, "OK", List.of(new Header("Content-Length", "0")), BodyDigest.EMPTY, new byte[0]);

    private record Due(String session, long from) {}

    private final Generation asked;
    private final Recording recording;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final BodyDigest[] known;
    private final Queue<Due> commits = new ArrayDeque<>();
    private long slots;
    private long exchanges;

    private Generator(Generation asked, Recording recording) {
        this.asked = asked;
        this.recording = recording;
        long remembered = asked.contents().isPresent() ? asked.contents().getAsLong() * asked.chunks() : 0;
        // Beyond this the bodies are made again; the store still keeps them once.
        this.known = new BodyDigest[(int) Math.min(remembered, 1 << 20)];
    }

    /** Writes the recording; one that is there is replaced. Returns how many exchanges it has. */
    public static long generate(Generation asked, Path out) {
        try (Recording recording = Recording.create(out)) {
            return new Generator(asked, recording).run();
        }
    }

    private long run() {
        for (long file = 0; file < asked.files(); file++) {
            upload(file);
        }
        while (!commits.isEmpty()) {
            slots = Math.max(slots, commits.element().from());
            commit(commits.remove());
        }
        return exchanges;
    }

    private void upload(long file) {
        Random random = new Random(asked.seed() * 31 + file);
        String session = new UUID(random.nextLong(), random.nextLong()).toString();
        long content = file % asked.contents().orElse(asked.files());
        for (long chunk : order(random)) {
            if (!commits.isEmpty() && commits.element().from() <= slots) {
                commit(commits.remove());
            }
            chunk(file, session, content, chunk);
        }
        if (asked.commit()) {
            commits.add(new Due(session, slots + asked.connections()));
        }
    }

    private long[] order(Random random) {
        long[] order = new long[Math.toIntExact(asked.chunks())];
        boolean reverse = asked.order() == Generation.Order.REVERSE;
        Arrays.setAll(order, i -> reverse ? order.length - 1 - i : i);
        if (asked.order() == Generation.Order.SHUFFLE) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                long moved = order[i];
                order[i] = order[other];
                order[other] = moved;
            }
        }
        return order;
    }

    private void chunk(long file, String session, long content, long chunk) {
        long first = chunk * asked.chunk();
        long length = Math.min(asked.chunk(), asked.size() - first);
        BodyDigest body = body(content, chunk, first, length);
        add(
                "PUT",
                "/ImageStore/generated/file-%07d/$/UploadChunk?api-version=6.0&session-id=%s".formatted(file, session),
                List.of(
                        HOST,
                        new Header("Content-Type", "application/octet-stream"),
                        new Header(
                                "Content-Range", "bytes %d-%d/%d".formatted(first, first + length - 1, asked.size())),
                        new Header("Content-Length", Long.toString(length))),
                body);
    }

    private BodyDigest body(long content, long chunk, long first, long length) {
        long at = content * asked.chunks() + chunk;
        if (at < known.length && known[(int) at] != null) {
            return known[(int) at];
        }
        BodyDigest digest = store(content, first, length);
        if (at < known.length) {
            known[(int) at] = digest;
        }
        return digest;
    }

    private BodyDigest store(long content, long first, long length) {
        FileContent bytes = FileContent.seeded(asked.seed() + content * 0x9E3779B97F4A7C15L, asked.size());
        try (BodyStore.Sink sink = recording.bodies().open()) {
            for (long at = 0; at < length; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, length - at));
                bytes.read(first + at, piece);
                sink.write(piece.flip());
            }
            return sink.finish();
        }
    }

    private void commit(Due due) {
        add(
                "POST",
                "/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=" + due.session(),
                List.of(HOST, new Header("Content-Length", "0")),
                BodyDigest.EMPTY);
    }

    private void add(String method, String target, List<Header> headers, BodyDigest body) {
        long slotNanos = (long) (1e9 / asked.rate());
        Duration taken = Duration.ofNanos(Math.max(1_000, slotNanos * asked.connections() * 9 / 10));
        recording.add(new Exchange(
                ++exchanges,
                "",
                1 + slots % asked.connections(),
                BEGIN.plusNanos((long) (slots * (1e9 / asked.rate()))),
                new SentRequest(method, target, headers, body.length(), body, true),
                Optional.of(ACCEPTED),
                Ending.COMPLETE,
                Optional.empty(),
                taken.dividedBy(2),
                taken));
        slots++;
    }
}
