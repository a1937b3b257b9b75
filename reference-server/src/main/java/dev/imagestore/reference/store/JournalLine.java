package dev.imagestore.reference.store;

import dev.imagestore.reference.session.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A record as it is in the file: its checksum in eight hexadecimal digits, a space, its words, a line feed. */
final class JournalLine {

    static final byte END = '\n';

    /** Far above what a path makes that came in a request line of the usual length, in whatever spelling. */
    static final int LONGEST = 1024 * 1024;

    private static final HexFormat HEX = HexFormat.of();
    private static final int CHECKSUM_DIGITS = 8;

    private JournalLine() {}

    static String of(JournalRecord entry) {
        String text = entry.text();
        return checksum(text) + " " + text + (char) END;
    }

    /** Reads a line without its end; empty if it is not one that was written whole. */
    static Optional<JournalRecord> parse(String line) {
        if (line.length() <= CHECKSUM_DIGITS || line.charAt(CHECKSUM_DIGITS) != ' ') {
            return Optional.empty();
        }
        String text = line.substring(CHECKSUM_DIGITS + 1);
        if (!line.startsWith(checksum(text))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JournalRecord.parse(text));
        } catch (IllegalArgumentException | RefusedException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return HEX.toHexDigits(crc.getValue(), CHECKSUM_DIGITS);
    }
}
