package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Opened;
import dev.imagestore.reference.store.JournalRecord.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class JournalLawsTest {

    private static final SessionId ID = new SessionId(new UUID(1, 2));
    private static final ContentPath PATH = new ContentPath(List.of("a", "file"));

    @Property(tries = 300)
    void anyRecordIsReadAsItWasWritten(
            @ForAll @Size(min = 1, max = 5) List<@NotEmpty String> segments,
            @ForAll String spelling,
            @ForAll @IntRange(min = 1) int length,
            @ForAll int millis) {
        ContentPath path = new ContentPath(
                segments.stream().map(JournalLawsTest::asDecoded).toList());
        JournalRecord opened = new Opened(ID, length, path);
        JournalRecord spelt = new Opened(ID, length, new ContentPath(path.segments(), asDecoded(spelling)));
        JournalRecord received = new Received(new ByteRange(length, length + 7L), Instant.ofEpochMilli(millis));

        JournalRecord piece =
                new JournalRecord.Piece(new ByteRange(3, length + 7L), length, Instant.ofEpochMilli(millis));

        for (JournalRecord entry : List.of(opened, spelt, received, piece, new JournalRecord.Publishing())) {
            String line = JournalLine.of(entry);
            assertThat(line).endsWith("\n").matches("\\p{ASCII}+");
            assertThat(JournalLine.parse(line.substring(0, line.length() - 1))).hasValue(entry);
        }
    }

    /** A segment comes from UTF-8, so it holds no half of a surrogate pair. */
    private static String asDecoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void aDamagedLineIsNoRecord(@ForAll Random random) {
        String line =
                JournalLine.of(new Received(new ByteRange(3, 9), Instant.EPOCH)).strip();
        char[] damaged = line.toCharArray();
        damaged[random.nextInt(damaged.length)] ^= (char) (1 << random.nextInt(7));

        assertThat(JournalLine.parse(new String(damaged))).isEmpty();
        assertThat(JournalLine.parse(line.substring(0, random.nextInt(line.length()))))
                .isEmpty();
    }

    /** What the session was after each acknowledged chunk, the first entry being none at all. */
    private static List<Optional<SessionView>> history(
            StoredSessions sessions, ManualClock clock, byte[] file, Random random) {
        List<Optional<SessionView>> history = new ArrayList<>(List.of(Optional.empty()));
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(file.length);
            int to = from + random.nextInt(file.length - from);
            clock.advance(Duration.ofMillis(random.nextInt(2000)));
            sessions.upload(ID, PATH, file, new ByteRange(from, to));
            if (!sessions.find(ID).equals(history.get(history.size() - 1))) {
                history.add(sessions.find(ID));
            }
        }
        return history;
    }

    @Property(tries = 40)
    void aJournalCutAtAnyByteTellsAnAcknowledgedHistory(
            @ForAll @IntRange(min = 1, max = 40) int length, @ForAll boolean overlaps, @ForAll Random random)
            throws IOException {
        Behaviour behaviour = overlaps
                ? Variant.named("overlaps-accepted").orElseThrow().change().apply(Behaviour.documented())
                : Behaviour.documented();
        ManualClock clock = new ManualClock();
        byte[] file = new byte[length];
        random.nextBytes(file);
        try (ScratchFolder folder = new ScratchFolder();
                StoredSessions first =
                        StoredSessions.start(folder.path().resolve("first"), clock, behaviour, StoredSessions.BOOT)) {
            List<Optional<SessionView>> history = history(first, clock, file, random);
            Upload upload = first.find(ID).orElseThrow().upload();
            byte[] journal = Files.readAllBytes(first.layout.journal(upload));
            for (int i = 0; i < 8; i++) {
                int cut = i == 0 ? journal.length : random.nextInt(journal.length);
                Path left = first.killed(folder.path().resolve("cut-" + i));
                StoreLayout layout = new StoreLayout(left);
                byte[] prefix = Arrays.copyOf(journal, cut);
                Files.write(layout.journal(upload), prefix);

                try (StoredSessions second = StoredSessions.start(left, clock, behaviour, StoredSessions.BOOT)) {
                    Optional<SessionView> told = second.find(ID);
                    assertThat(told)
                            .as("cut at %d of %d", cut, journal.length)
                            .isEqualTo(history.get(Math.max(0, wholeLines(prefix) - 1)));
                    assertBytes(told, layout.staging(upload), file);
                }
            }
            assertThat(wholeLines(journal)).as("one line opens the session").isEqualTo(history.size());
        }
    }

    private static int wholeLines(byte[] journal) {
        int lines = 0;
        for (byte octet : journal) {
            lines += octet == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Every byte that is not expected is the right one. */
    private static void assertBytes(Optional<SessionView> told, Path staged, byte[] file) throws IOException {
        if (told.isEmpty()) {
            assertThat(staged).doesNotExist();
            return;
        }
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(staged), file.length);
        for (ByteRange expected : told.get().expectedRanges()) {
            System.arraycopy(file, (int) expected.first(), bytes, (int) expected.first(), (int) expected.length());
        }
        assertThat(bytes).isEqualTo(file);
    }
}
