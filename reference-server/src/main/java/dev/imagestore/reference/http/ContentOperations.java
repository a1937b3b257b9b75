package dev.imagestore.reference.http;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.store.CopyOrder;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Page;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;

/** The operations on published files and folders. */
final class ContentOperations {

    private final Collaborators parts;
    private final long longestFile;
    private final DiskWork disk;

    ContentOperations(Collaborators parts, long longestFile, DiskWork disk) {
        this.parts = parts;
        this.longestFile = longestFile;
        this.disk = disk;
    }

    Opening upload(RequestHead head, ContentPath path) {
        if (!head.contentRange().isEmpty()) {
            throw new RefusedException(
                    Reason.RANGE, "A file is uploaded as a whole here, without Content-Range; parts are chunks");
        }
        parts.store().requireStorable(path);
        if (head.contentLength() > longestFile) {
            throw new RefusedException(Reason.LENGTH_LIMIT, FileSink.tooLong(longestFile));
        }
        return new Opening.Receiving(new FileSink(path, parts.library().writer(path), longestFile, parts.responder()));
    }

    Opening.Outcome list(ContentPath path) {
        return disk.start(Operation.LIST, "'" + path + "' could not be listed", () -> {
            Listing listing = parts.library().list(path, Page.WHOLE).orElseThrow(() -> unknown(path));
            return parts.responder().listing(listing);
        });
    }

    Opening.Outcome listRoot() {
        return disk.start(
                Operation.LIST_ROOT,
                "The store could not be listed",
                () -> parts.responder().listing(parts.library().listRoot(Page.WHOLE)));
    }

    Opening.Outcome delete(ContentPath path) {
        return disk.start(Operation.DELETE, "'" + path + "' could not be deleted", () -> {
            parts.library().delete(path);
            return parts.responder().done(Operation.DELETE);
        });
    }

    Opening.Outcome copy(byte[] body) {
        CopyDescription description;
        try {
            description = CopyDescription.parse(body);
            parts.store().requireStorable(description.destination());
        } catch (RefusedException e) {
            return new Opening.Answered(parts.responder().refused(Operation.COPY, e.refusal()));
        }
        CopyOrder order = new CopyOrder(
                description.source(),
                description.destination(),
                description.skipFiles(),
                false,
                description.checkMarkFile() ? CopyOrder.Unfinished.SKIPPED : CopyOrder.Unfinished.COPIED);
        return disk.start(Operation.COPY, "'" + order.source() + "' could not be copied", () -> {
            parts.library().copy(order);
            return parts.responder().done(Operation.COPY);
        });
    }

    Opening.Outcome size(ContentPath folder) {
        return disk.start(Operation.FOLDER_SIZE, "'" + folder + "' could not be measured", () -> {
            OptionalLong size = parts.library().size(folder);
            return size.isPresent()
                    ? parts.responder().size(folder, size.getAsLong())
                    : parts.responder()
                            .refused(
                                    Operation.FOLDER_SIZE,
                                    new Refusal(Reason.FOLDER_UNKNOWN, "There is no folder '" + folder + "'"));
        });
    }

    Opening.Outcome rootSize() {
        return disk.start(
                Operation.ROOT_FOLDER_SIZE,
                "The store could not be measured",
                () -> parts.responder().rootSize(parts.library().published().bytes()));
    }

    Opening.Outcome info() {
        return disk.start(
                Operation.INFO,
                "The store could not be measured",
                () -> parts.responder()
                        .info(
                                parts.library().disk(),
                                parts.sessions().staged(),
                                parts.library().published()));
    }

    Opening.Outcome read(ContentPath path) {
        return disk.start(Operation.CONTENT, "'" + path + "' could not be read", () -> {
            Optional<FileChannel> file = parts.store().read(path);
            if (file.isEmpty()) {
                throw unknown(path);
            }
            return new Reply.Content(file.get(), size(file.get()));
        });
    }

    private static long size(FileChannel file) throws IOException {
        try {
            return file.size();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static RefusedException unknown(ContentPath path) {
        return new RefusedException(Reason.CONTENT_UNKNOWN, "There is no file or folder '" + path + "'");
    }
}
