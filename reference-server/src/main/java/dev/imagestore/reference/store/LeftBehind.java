package dev.imagestore.reference.store;

import dev.imagestore.reference.session.SavedSession;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier process left in the staging folder. What belongs to no session that goes on is removed. */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private final StoreLayout layout;
    private final List<Path> files = new ArrayList<>();

    LeftBehind(StoreLayout layout) throws IOException {
        this.layout = layout;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(layout.staging())) {
            for (Path file : all) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
    }

    /** Offers the sessions one after the other, of two lives of one id the later one first. */
    void resume(Predicate<SavedSession> taken, Staging staging) throws IOException {
        List<StagedUpload> uploads = files.stream()
                .flatMap(file -> StagedUpload.ofJournal(file).stream())
                .sorted(Comparator.comparingLong(StagedUpload::serial).reversed())
                .toList();
        Set<Path> kept = new HashSet<>();
        int resumed = 0;
        int torn = 0;
        for (StagedUpload upload : uploads) {
            Optional<StagedUpload.Told> readable = read(upload);
            if (readable.isEmpty()) {
                files.stream().filter(upload::owns).forEach(kept::add);
                continue;
            }
            StagedUpload.Told told = readable.get();
            torn += told.torn() ? 1 : 0;
            Optional<SavedSession> session = told.session().filter(taken);
            if (session.isPresent()) {
                staging.resume(session.get().upload(), told.pieces());
                kept.add(upload.journal());
                kept.addAll(told.files());
                resumed++;
            }
        }
        if (torn > 0) {
            LOG.warn("the journals of {} sessions ended in a record that was not written whole; it was cut off", torn);
        }
        if (resumed > 0) {
            LOG.info("{} sessions go on", resumed);
        }
        removeAllBut(kept, "they belong to no session that goes on");
    }

    /** Empty if the disk does not give the journal: what belongs to it is left for a later start. */
    private Optional<StagedUpload.Told> read(StagedUpload upload) {
        try {
            return Optional.of(upload.told(layout));
        } catch (IOException e) {
            LOG.error("session {} cannot go on, its journal cannot be read: {}", upload.id(), e.toString());
            return Optional.empty();
        }
    }

    /** Removes everything. */
    void forget(String why) throws IOException {
        removeAllBut(Set.of(), why);
    }

    private void removeAllBut(Set<Path> kept, String why) throws IOException {
        int removed = 0;
        for (Path file : files) {
            if (!kept.contains(file)) {
                Files.delete(file);
                removed++;
            }
        }
        if (removed > 0) {
            LOG.info("{} files of unfinished uploads were removed: {}", removed, why);
        }
    }
}
