package dev.imagestore.reference.store;

import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SavedSession;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Opened;
import dev.imagestore.reference.store.JournalRecord.Piece;
import dev.imagestore.reference.store.JournalRecord.Publishing;
import dev.imagestore.reference.store.JournalRecord.Received;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload of an earlier process, by the name of its journal. */
record StagedUpload(SessionId id, long serial, Path journal) {

    private static final Pattern NAME =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})-(\\d{1,18})\\.journal");

    /** The upload whose journal a file is; empty if it is something else. */
    static Optional<StagedUpload> ofJournal(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher form = NAME.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            SessionId id = new SessionId(UUID.fromString(form.group(1)));
            return Optional.of(new StagedUpload(id, Long.parseLong(form.group(2)), file));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** Whether a file in the same folder is one of this upload. */
    boolean owns(Path file) {
        String name = String.valueOf(file.getFileName());
        String own = id + "-" + serial;
        return name.equals(own) || name.startsWith(own + ".");
    }

    /**
     * What the journal tells.
     *
     * @param session empty if it does not even say what the upload is, or if bytes that it speaks of are not there
     * @param pieces the chunks that are files of their own; none once the file is published
     * @param files what the session needs besides its journal
     * @param torn whether it ended in a record that was not written whole, and which is now cut off
     */
    record Told(Optional<SavedSession> session, List<Piece> pieces, List<Path> files, boolean torn) {}

    Told told(StoreLayout layout) throws IOException {
        try (JournalReader reader = new JournalReader(journal)) {
            Optional<Recorded> recorded = reader.next().flatMap(this::opened);
            if (recorded.isPresent()) {
                recorded.get().readFrom(reader);
            }
            boolean torn = reader.position() < Files.size(journal);
            if (torn) {
                cut(reader.position());
            }
            return recorded.isPresent()
                    ? recorded.get().told(layout, torn)
                    : new Told(Optional.empty(), List.of(), List.of(), torn);
        }
    }

    private Optional<Recorded> opened(JournalRecord first) {
        return first instanceof Opened opened && opened.id().equals(id)
                ? Optional.of(new Recorded(new Upload(id, serial, opened.path(), opened.fileLength())))
                : Optional.empty();
    }

    private void cut(long length) throws IOException {
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            file.truncate(length);
        }
    }

    /** The records behind the first one. */
    private static final class Recorded {

        private final Upload upload;
        private final SavedSession session;
        private final List<Piece> pieces = new ArrayList<>();
        private long lengthInPlace;
        private boolean publishing;

        Recorded(Upload upload) {
            this.upload = upload;
            this.session = new SavedSession(upload);
        }

        void readFrom(JournalReader reader) throws IOException {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Received received) {
                    session.received(received.chunk(), received.at());
                    lengthInPlace = Math.max(lengthInPlace, received.chunk().last() + 1);
                } else if (next.get() instanceof Piece piece) {
                    session.received(piece.range(), piece.at());
                    pieces.add(piece);
                } else if (next.get() instanceof Publishing) {
                    publishing = true;
                }
            }
        }

        /** Compares the records with the files. */
        Told told(StoreLayout layout, boolean torn) throws IOException {
            Path inPlace = layout.staging(upload);
            Path joined = layout.joined(upload);
            if (publishing && !Files.exists(pieces.isEmpty() ? inPlace : joined)) {
                session.published();
                return new Told(Optional.of(session), List.of(), List.of(), torn);
            }
            List<Path> files = new ArrayList<>(List.of(inPlace, joined));
            boolean borneOut = lengthInPlace == 0 || has(inPlace, lengthInPlace);
            for (Piece piece : pieces) {
                Path file = layout.piece(upload, piece.range().first());
                files.add(file);
                borneOut &= has(file, piece.length());
            }
            return new Told(borneOut ? Optional.of(session) : Optional.empty(), pieces, files, torn);
        }

        private static boolean has(Path file, long length) throws IOException {
            return Files.exists(file) && Files.size(file) >= length;
        }
    }
}
