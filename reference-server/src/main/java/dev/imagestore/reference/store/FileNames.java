package dev.imagestore.reference.store;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Turns path segments into file names. A Java program started in a locale without UTF-8 cannot name files outside of
 * ASCII; there such a segment is stored percent-encoded, so that what a server accepts does not hang on its locale.
 */
final class FileNames {

    private final boolean everyNameIsPossible;

    FileNames(Charset charset) {
        this.everyNameIsPossible = charset.equals(StandardCharsets.UTF_8);
    }

    static FileNames ofPlatform() {
        return new FileNames(Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII")));
    }

    String of(String segment) {
        CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
        if (everyNameIsPossible || (ascii.canEncode(segment) && segment.indexOf('%') < 0)) {
            return segment;
        }
        StringBuilder name = new StringBuilder();
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            if (octet < 0 || octet == '%') {
                name.append(String.format("%%%02X", octet & 0xff));
            } else {
                name.append((char) octet);
            }
        }
        return name.toString();
    }

    /** The segment that a file name stands for. */
    String segment(String name) {
        if (everyNameIsPossible || name.indexOf('%') < 0) {
            return name;
        }
        ByteBuffer octets = ByteBuffer.allocate(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '%'
                    && i + 2 < name.length()
                    && HexFormat.isHexDigit(name.charAt(i + 1))
                    && HexFormat.isHexDigit(name.charAt(i + 2))) {
                octets.put((byte) HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                octets.put((byte) c);
            }
        }
        return StandardCharsets.UTF_8.decode(octets.flip()).toString();
    }
}
