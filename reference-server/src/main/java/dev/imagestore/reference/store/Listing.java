package dev.imagestore.reference.store;

import java.util.List;

/**
 * Files and folders, each in the order of their names.
 *
 * @param next the name after which the next page starts; empty if this is the last
 */
public record Listing(List<FileEntry> files, List<FolderEntry> folders, String next) {

    public Listing {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }

    public boolean isEmpty() {
        return files.isEmpty() && folders.isEmpty();
    }
}
