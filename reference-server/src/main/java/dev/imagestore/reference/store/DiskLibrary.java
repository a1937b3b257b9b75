package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The published files of a {@link DiskStore}. The file system is the only record of them. */
final class DiskLibrary implements Library {

    private final StoreLayout layout;
    private final PublishedTree tree;
    private final Transit transit;

    DiskLibrary(StoreLayout layout, PublishedTree tree, Transit transit) {
        this.layout = layout;
        this.tree = tree;
        this.transit = transit;
    }

    @Override
    public FileWriter writer(ContentPath path) {
        return new IncomingFile(tree, path, transit.next());
    }

    @Override
    public Optional<Listing> list(ContentPath path, Page page) throws IOException {
        Optional<Path> found = tree.find(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path place = found.get();
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                return Optional.of(list(place, path.segments(), page));
            }
            return Optional.of(new Listing(List.of(entry(path.segments(), attributes)), List.of(), ""));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty(); // removed or replaced meanwhile
        }
    }

    @Override
    public Listing listRoot(Page page) throws IOException {
        return list(layout.published(), List.of(), page);
    }

    private Listing list(Path folder, List<String> segments, Page page) throws IOException {
        List<FileEntry> files = new ArrayList<>();
        List<FolderEntry> folders = new ArrayList<>();
        for (String name : names(folder)) {
            if (name.compareTo(page.after()) <= 0) {
                continue;
            }
            if (files.size() + folders.size() == page.size()) {
                return new Listing(files, folders, last(files, folders));
            }
            List<String> below = new ArrayList<>(segments);
            below.add(name);
            add(folder.resolve(layout.fileName(name)), below, files, folders);
        }
        return new Listing(files, folders, "");
    }

    private List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(layout.segment(entry.getFileName())));
        }
        names.sort(null);
        return names;
    }

    private static void add(Path place, List<String> segments, List<FileEntry> files, List<FolderEntry> folders)
            throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                folders.add(new FolderEntry(
                        new ContentPath(segments), Usage.below(place).files()));
            } else if (attributes.isRegularFile()) {
                files.add(entry(segments, attributes));
            }
        } catch (NoSuchFileException e) {
            // Removed meanwhile.
        }
    }

    private static FileEntry entry(List<String> segments, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        long version = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
        return new FileEntry(new ContentPath(segments), attributes.size(), modified, version);
    }

    private static String last(List<FileEntry> files, List<FolderEntry> folders) {
        String file = files.isEmpty() ? "" : files.get(files.size() - 1).path().name();
        String folder =
                folders.isEmpty() ? "" : folders.get(folders.size() - 1).path().name();
        return file.compareTo(folder) > 0 ? file : folder;
    }

    @Override
    public void delete(ContentPath path) throws IOException {
        tree.remove(path);
    }

    @Override
    public void copy(CopyOrder order) throws IOException {
        new TreeCopy(layout, tree, transit, order).run();
    }

    @Override
    public OptionalLong size(ContentPath folder) throws IOException {
        Optional<Path> found = tree.find(folder).filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS));
        return found.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Usage.below(found.get()).bytes());
    }

    @Override
    public Usage published() throws IOException {
        return Usage.below(layout.published());
    }

    @Override
    public Disk disk() throws IOException {
        FileStore disk = Files.getFileStore(layout.published());
        return new Disk(disk.getTotalSpace(), disk.getUsableSpace());
    }

    @Override
    public void requireWritable() throws IOException {
        Path sign = transit.next();
        try {
            Files.write(sign, new byte[1]);
        } finally {
            Files.deleteIfExists(sign);
        }
    }
}
