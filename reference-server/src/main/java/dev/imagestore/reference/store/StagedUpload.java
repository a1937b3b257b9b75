package dev.imagestore.reference.store;

import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SavedSession;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Opened;
import dev.imagestore.reference.store.JournalRecord.Publishing;
import dev.imagestore.reference.store.JournalRecord.Received;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload of an earlier process, by the names of its two files. */
record StagedUpload(SessionId id, long serial, Path journal, Path bytes) {

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
            Path bytes = file.resolveSibling(name.substring(0, form.end(2)));
            return Optional.of(new StagedUpload(id, Long.parseLong(form.group(2)), file, bytes));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * What the journal tells.
     *
     * @param session empty if it does not even say what the upload is, or if bytes that it speaks of are not there
     * @param torn whether it ended in a record that was not written whole, and which is now cut off
     */
    record Told(Optional<SavedSession> session, boolean torn) {}

    Told told() throws IOException {
        try (JournalReader reader = new JournalReader(journal)) {
            Optional<SavedSession> session = reader.next().flatMap(this::opened);
            if (session.isPresent() && !isBorneOut(reader, session.get())) {
                session = Optional.empty();
            }
            boolean torn = reader.position() < Files.size(journal);
            if (torn) {
                cut(reader.position());
            }
            return new Told(session, torn);
        }
    }

    private Optional<SavedSession> opened(JournalRecord first) {
        return first instanceof Opened opened && opened.id().equals(id)
                ? Optional.of(new SavedSession(new Upload(id, serial, opened.path(), opened.fileLength())))
                : Optional.empty();
    }

    /** Reads the chunks, and compares them with the staged bytes. */
    private boolean isBorneOut(JournalReader reader, SavedSession session) throws IOException {
        long length = 0;
        boolean publishing = false;
        for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (next.get() instanceof Received received) {
                session.received(received.chunk(), received.at());
                length = Math.max(length, received.chunk().last() + 1);
            } else if (next.get() instanceof Publishing) {
                publishing = true;
            }
        }
        if (Files.exists(bytes)) {
            return Files.size(bytes) >= length;
        }
        if (publishing) {
            session.published();
        }
        return publishing;
    }

    private void cut(long length) throws IOException {
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            file.truncate(length);
        }
    }
}
