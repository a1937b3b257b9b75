package dev.imagestore.reference.mutants;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Chunks that end up in the file other than they were sent. */
final class ReassemblyMutants {

    private static final String CHUNK_ARITHMETIC =
            "https://github.com/microsoft/service-fabric-client-dotnet/issues/53";
    private static final int BUFFER = 64 * 1024;
    private static final int PAGE = 4096;

    private ReassemblyMutants() {}

    static List<Mutant> all() {
        return List.of(
                ArrivalOrder.MUTANT,
                written(
                                "position-ignored",
                                "CHK-03",
                                1,
                                "Every chunk is written at the start of the file.",
                                (to, upload, piece, position, offset) -> to.write(piece, offset))
                        .seenAt("https://github.com/microsoft/service-fabric-client-dotnet/pull/96"),
                written(
                                "one-late",
                                "CHK-03",
                                2,
                                "Chunks behind the first are written one byte too late.",
                                (to, upload, piece, position, offset) -> {
                                    if (position - offset > 0 && position + piece.remaining() == upload.fileLength()) {
                                        piece.limit(piece.limit() - 1);
                                        to.write(piece, position + 1);
                                    } else {
                                        to.write(piece, position - offset > 0 ? position + 1 : position);
                                    }
                                })
                        .seenAt(CHUNK_ARITHMETIC),
                written(
                                "last-byte-of-chunk-lost",
                                "CHK-03",
                                2,
                                "The last byte of a chunk other than the last is not written.",
                                (to, upload, piece, position, offset) -> {
                                    if (position + piece.remaining() < upload.fileLength()) {
                                        piece.limit(piece.limit() - 1);
                                    }
                                    to.write(piece, position);
                                })
                        .seenAt(CHUNK_ARITHMETIC),
                written(
                        "buffer-reused",
                        "CHK-04",
                        3,
                        "Of a chunk longer than 64 KiB the rest overwrites the start.",
                        (to, upload, piece, position, offset) -> to.write(piece, position - offset / BUFFER * BUFFER)),
                written(
                        "chunk-of-megabyte-cut",
                        "CHK-04",
                        3,
                        "What a chunk has beyond 512 KiB is not written.",
                        (to, upload, piece, position, offset) -> {
                            if (offset < 8 * BUFFER) {
                                to.write(piece, position);
                            }
                        }),
                written(
                        "single-byte-lost",
                        "CHK-04",
                        2,
                        "A chunk of a single byte is not written.",
                        (to, upload, piece, position, offset) -> {
                            if (piece.remaining() > 1 || offset > 0) {
                                to.write(piece, position);
                            }
                        }),
                translated(
                        "newlines-converted",
                        2,
                        "CR LF is stored as LF and a blank, as if all content were text.",
                        bytes -> {
                            for (int i = 0; i + 1 < bytes.length; i++) {
                                if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                                    bytes[i] = '\n';
                                    bytes[i + 1] = ' ';
                                }
                            }
                            return bytes;
                        }),
                translated(
                        "octets-as-ascii",
                        1,
                        "Octets above 127 are stored as question marks.",
                        bytes -> new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.US_ASCII)),
                translated("zeros-as-blanks", 2, "Octets of zero are stored as blanks.", bytes -> {
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = bytes[i] == 0 ? (byte) ' ' : bytes[i];
                    }
                    return bytes;
                }),
                written(
                        "page-multiple-short",
                        "CHK-04",
                        3,
                        "Of a piece of a whole number of pages the last byte is lost.",
                        (to, upload, piece, position, offset) -> {
                            if (offset == 0 && piece.remaining() % PAGE == 0) {
                                piece.limit(piece.limit() - 1);
                            }
                            to.write(piece, position);
                        }),
                Mutant.of(
                        "every-seventh-chunk",
                        "CHK-04",
                        Family.RARE,
                        3,
                        "Every seventh chunk of a file is not written.",
                        parts -> parts.with(new ChunkCounting(parts.store(), 7))),
                Mutant.of(
                        "files-of-whole-pages",
                        "CHK-04",
                        Family.RARE,
                        3,
                        "The last byte of a file whose length is a multiple of 4096 is not written.",
                        AlteredWriting.by((to, upload, piece, position, offset) -> {
                            if (upload.fileLength() % PAGE == 0
                                    && position + piece.remaining() == upload.fileLength()) {
                                piece.limit(piece.limit() - 1);
                            }
                            to.write(piece, position);
                        })));
    }

    private static Mutant written(
            String name, String requirement, int subtlety, String sentence, AlteredWriting.Way way) {
        return Mutant.of(name, requirement, Family.REASSEMBLY, subtlety, sentence, AlteredWriting.by(way));
    }

    private static Mutant translated(String name, int subtlety, String sentence, UnaryOperator<byte[]> translation) {
        return Mutant.of(
                name, "CHK-20", Family.REASSEMBLY, subtlety, sentence, AlteredWriting.translating(translation));
    }
}
