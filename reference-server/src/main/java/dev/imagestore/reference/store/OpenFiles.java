package dev.imagestore.reference.store;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which staging files stay open although nobody writes to them, so that the next chunk need not open them again. */
final class OpenFiles {

    private final int most;
    private final Set<StagingFile> files = new LinkedHashSet<>();

    OpenFiles(int most) {
        this.most = most;
    }

    /**
     * Lets a file stay open.
     *
     * @return the one that is to be closed for it, which was left alone for the longest
     */
    synchronized Optional<StagingFile> add(StagingFile file) {
        files.remove(file);
        files.add(file);
        if (files.size() <= most) {
            return Optional.empty();
        }
        Iterator<StagingFile> eldest = files.iterator();
        StagingFile closing = eldest.next();
        eldest.remove();
        return Optional.of(closing);
    }

    /** Closes all that nobody writes to, for handles may be wanted; false if there was none. */
    boolean shed() {
        List<StagingFile> idle = taken();
        idle.forEach(StagingFile::closeIfIdle);
        return !idle.isEmpty();
    }

    private synchronized List<StagingFile> taken() {
        List<StagingFile> all = List.copyOf(files);
        files.clear();
        return all;
    }

    synchronized void remove(StagingFile file) {
        files.remove(file);
    }
}
