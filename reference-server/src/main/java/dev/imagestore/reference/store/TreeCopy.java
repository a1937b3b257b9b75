package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out one {@link CopyOrder}: first all is looked at and refused if it cannot be, then copied file by file. */
final class TreeCopy {

    private static final String MARK_FILE = "_.dir";

    private final StoreLayout layout;
    private final PublishedTree tree;
    private final Transit transit;
    private final CopyOrder order;
    private final List<ContentPath> folders = new ArrayList<>();
    private final Map<Path, ContentPath> files = new LinkedHashMap<>();

    TreeCopy(StoreLayout layout, PublishedTree tree, Transit transit, CopyOrder order) {
        this.layout = layout;
        this.tree = tree;
        this.transit = transit;
        this.order = order;
    }

    void run() throws IOException {
        Path source = tree.find(order.source()).orElseThrow(() -> absent("There is no '" + order.source() + "'"));
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            if (!isFinished(source)) {
                return;
            }
            refuseDestinationInsideSource();
            collect(source);
        } else if (!order.skips(order.source().name())) {
            files.put(source, order.destination());
        }
        if (order.source().equals(order.destination())) {
            return;
        }
        refuseWhatIsInTheWay();
        for (ContentPath folder : folders) {
            tree.makeFolder(folder);
        }
        for (Map.Entry<Path, ContentPath> file : files.entrySet()) {
            copy(file.getKey(), file.getValue());
        }
    }

    private boolean isFinished(Path source) {
        if (order.unfinished() == CopyOrder.Unfinished.COPIED
                || Files.isRegularFile(source.resolve(MARK_FILE), LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (order.unfinished() == CopyOrder.Unfinished.REFUSED) {
            throw absent("The folder '" + order.source() + "' has no mark file " + MARK_FILE);
        }
        return false;
    }

    private void refuseDestinationInsideSource() {
        if (order.destination().isBelow(order.source())) {
            throw new RefusedException(
                    Reason.ARGUMENT,
                    "The destination '" + order.destination() + "' is inside the source '" + order.source() + "'");
        }
    }

    private void collect(Path source) throws IOException {
        folders.add(order.destination());
        Tree.walk(source, (path, attributes) -> add(source, path, attributes));
    }

    private void add(Path source, Path path, BasicFileAttributes attributes) {
        List<String> segments = new ArrayList<>(order.destination().segments());
        segments.addAll(layout.segments(source.relativize(path)));
        ContentPath destination = new ContentPath(segments);
        if (attributes.isDirectory()) {
            folders.add(destination);
        } else if (attributes.isRegularFile() && !order.skips(destination.name())) {
            files.put(path, destination);
        }
    }

    private void refuseWhatIsInTheWay() {
        for (ContentPath folder : folders) {
            layout.requireStorable(folder);
            if (tree.find(folder).filter(place -> !Files.isDirectory(place)).isPresent()) {
                throw new RefusedException(Reason.ARGUMENT, "'" + folder + "' is a file, not a folder");
            }
        }
        for (ContentPath file : files.values()) {
            layout.requireStorable(file);
            if (tree.find(file).filter(Files::isDirectory).isPresent()) {
                throw new RefusedException(Reason.ARGUMENT, "'" + file + "' is a folder");
            }
        }
    }

    private void copy(Path source, ContentPath destination) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                IncomingFile to = new IncomingFile(tree, destination, transit.next())) {
            Tree.copy(from, 0, from.size(), to.channel());
            to.publish();
        } catch (NoSuchFileException e) {
            throw absent("'" + destination + "' could not be copied: its source was removed meanwhile");
        }
    }

    private static RefusedException absent(String message) {
        return new RefusedException(Reason.CONTENT_UNKNOWN, message);
    }
}
