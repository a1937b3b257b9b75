package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Upload;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a journal says, one line of words a record. */
sealed interface JournalRecord {

    String text();

    /** The first record: what the upload is. A spelling of its path that is not the normal one stands by itself. */
    record Opened(SessionId id, long fileLength, ContentPath path) implements JournalRecord {

        static Opened of(Upload upload) {
            return new Opened(upload.id(), upload.fileLength(), upload.path());
        }

        @Override
        public String text() {
            String encoded = path.segments().stream().map(Opened::encoded).collect(Collectors.joining("/"));
            String line = "open " + id + " " + fileLength + " " + encoded;
            return path.equals(new ContentPath(path.segments())) ? line : line + " " + encoded(path.spelling());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static Opened parse(String[] words) {
            ContentPath normal = new ContentPath(
                    Arrays.stream(words[3].split("/")).map(Opened::decoded).toList());
            ContentPath path = words.length == 4 ? normal : new ContentPath(normal.segments(), decoded(words[4]));
            return new Opened(new SessionId(UUID.fromString(words[1])), Long.parseLong(words[2]), path);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** A chunk was received. */
    record Received(ByteRange chunk, Instant at) implements JournalRecord {

        @Override
        public String text() {
            return "chunk " + chunk.first() + " " + chunk.last() + " " + at.toEpochMilli();
        }
    }

    /**
     * A chunk was received whose bytes are a file of their own.
     *
     * @param length of the file, which is not that of the range, unless the range ends behind the upload's file
     */
    record Piece(ByteRange range, long length, Instant at) implements JournalRecord {

        @Override
        public String text() {
            return "piece " + range.first() + " " + range.last() + " " + length + " " + at.toEpochMilli();
        }
    }

    /** From here on the file is published if what was to be moved into place is no longer where it was. */
    record Publishing() implements JournalRecord {

        @Override
        public String text() {
            return "publish";
        }
    }

    /** @throws IllegalArgumentException if this is no record */
    static JournalRecord parse(String text) {
        String[] words = text.split(" ", -1);
        if ((words.length == 4 || words.length == 5) && words[0].equals("open")) {
            return Opened.parse(words);
        }
        if (words.length == 4 && words[0].equals("chunk")) {
            ByteRange chunk = new ByteRange(Long.parseLong(words[1]), Long.parseLong(words[2]));
            return new Received(chunk, Instant.ofEpochMilli(Long.parseLong(words[3])));
        }
        if (words.length == 5 && words[0].equals("piece")) {
            ByteRange range = new ByteRange(Long.parseLong(words[1]), Long.parseLong(words[2]));
            return new Piece(range, Long.parseLong(words[3]), Instant.ofEpochMilli(Long.parseLong(words[4])));
        }
        if (text.equals("publish")) {
            return new Publishing();
        }
        throw new IllegalArgumentException("not a record: " + text);
    }
}
