package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Contents;
import dev.imagestore.reference.behaviour.Contents.MarkFiles;
import dev.imagestore.reference.behaviour.Contents.PartialUploads;
import dev.imagestore.reference.behaviour.Contents.ReservedFolders;
import dev.imagestore.reference.behaviour.Contents.SkippedNames;
import dev.imagestore.reference.request.PercentCoding;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.store.CopyOrder;
import dev.imagestore.reference.store.CopyOrder.Unfinished;
import dev.imagestore.reference.store.Page;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** The operations on published files and folders. */
final class ContentOperations {

    private static final String UNMEASURED = "The store could not be measured";
    private static final long HEALTH_SECONDS = 5;
    private static final int ENTRIES_PER_PAGE = 1000;
    private static final Set<String> RESERVED_FOLDERS = Set.of("store", "windowsfabricstore");

    private final Collaborators parts;
    private final Contents switches;
    private final long longestFile;
    private final DiskWork disk;

    ContentOperations(Collaborators parts, Contents switches, long longestFile, DiskWork disk) {
        this.parts = parts;
        this.switches = switches;
        this.longestFile = longestFile;
        this.disk = disk;
    }

    Opening upload(RequestHead head, Supplier<ContentPath> where) {
        if (!head.contentRange().isEmpty()) {
            checkPartial(head);
        }
        ContentPath path = where.get();
        parts.store().requireStorable(path);
        if (head.contentLength() > longestFile) {
            throw new RefusedException(Reason.LENGTH_LIMIT, FileSink.tooLong(longestFile));
        }
        return new Opening.Receiving(new FileSink(path, parts.library().writer(path), longestFile, parts.responder()));
    }

    private void checkPartial(RequestHead head) {
        if (switches.partialUploads() == PartialUploads.REFUSED) {
            throw new RefusedException(
                    Reason.RANGE, "A file is uploaded as a whole here, without Content-Range; parts are chunks");
        }
        parts.ranges().parse(head.contentRange());
    }

    Opening.Outcome list(ContentPath path, Parameters parameters) {
        Page page = page(parameters);
        return disk.start(
                Operation.LIST,
                parameters.seconds(),
                "'" + path + "' could not be listed",
                () -> parts.library()
                        .list(path, page)
                        .map(listing -> parts.responder().listing(listing, parameters.dialect()))
                        .orElseGet(() -> parts.responder().absent(path, parameters.dialect())));
    }

    Opening.Outcome listRoot(Parameters parameters) {
        Page page = page(parameters);
        return disk.start(
                Operation.LIST_ROOT,
                parameters.seconds(),
                "The store could not be listed",
                () -> parts.responder().rootListing(parts.library().listRoot(page), parameters.dialect()));
    }

    private static Page page(Parameters parameters) {
        return parameters.dialect().paged()
                ? new Page(PercentCoding.decoded(parameters.continuationToken()), ENTRIES_PER_PAGE)
                : Page.WHOLE;
    }

    Opening.Outcome delete(ContentPath path, long seconds) {
        if (switches.reservedFolders() == ReservedFolders.KEPT
                && RESERVED_FOLDERS.contains(path.toString().toLowerCase(Locale.ROOT))) {
            return refused(Operation.DELETE, new Refusal(Reason.RESERVED, "'" + path + "' is reserved"));
        }
        return disk.start(Operation.DELETE, seconds, "'" + path + "' could not be deleted", () -> {
            parts.library().delete(path);
            return parts.responder().done(Operation.DELETE);
        });
    }

    Opening.Outcome copy(byte[] body, long seconds) {
        CopyDescription description;
        try {
            description = CopyDescription.parse(body);
            parts.store().requireStorable(description.destination());
        } catch (RefusedException e) {
            return refused(Operation.COPY, e.refusal());
        }
        CopyOrder order = new CopyOrder(
                description.source(),
                description.destination(),
                description.skipFiles(),
                switches.skippedNames() == SkippedNames.ANY_CASE,
                unfinished(description.checkMarkFile()));
        return disk.start(Operation.COPY, seconds, "'" + order.source() + "' could not be copied", () -> {
            parts.library().copy(order);
            return parts.responder().done(Operation.COPY);
        });
    }

    private Unfinished unfinished(boolean checkMarkFile) {
        if (switches.markFiles() == MarkFiles.REQUIRED) {
            return Unfinished.REFUSED;
        }
        return checkMarkFile ? Unfinished.SKIPPED : Unfinished.COPIED;
    }

    /** Good if a file can be written where uploads are. */
    Opening.Outcome health() {
        return disk.start(Operation.HEALTH, HEALTH_SECONDS, "The store cannot be written to", () -> {
            parts.library().requireWritable();
            return Reply.Message.ok(Json.health(parts.sessions().staged()));
        });
    }

    Opening.Outcome size(ContentPath folder, long seconds) {
        return disk.start(Operation.FOLDER_SIZE, seconds, "'" + folder + "' could not be measured", () -> {
            OptionalLong size = parts.library().size(folder);
            if (size.isEmpty()) {
                throw new RefusedException(Reason.FOLDER_UNKNOWN, "There is no folder '" + folder + "'");
            }
            return parts.responder().size(folder, size.getAsLong());
        });
    }

    Opening.Outcome rootSize(long seconds) {
        return disk.start(
                Operation.ROOT_FOLDER_SIZE,
                seconds,
                UNMEASURED,
                () -> parts.responder().rootSize(parts.library().published().bytes()));
    }

    Opening.Outcome info(long seconds) {
        return disk.start(
                Operation.INFO,
                seconds,
                UNMEASURED,
                () -> parts.responder()
                        .info(
                                parts.library().disk(),
                                parts.sessions().staged(),
                                parts.library().published()));
    }

    private Opening.Outcome refused(Operation operation, Refusal refusal) {
        return new Opening.Answered(parts.responder().refused(operation, refusal));
    }

    Opening.Outcome read(ContentPath path) {
        return disk.start(Operation.CONTENT, "'" + path + "' could not be read", () -> {
            Optional<FileChannel> file = parts.store().read(path);
            if (file.isEmpty()) {
                throw new RefusedException(Reason.CONTENT_UNKNOWN, "There is no file '" + path + "'");
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
}
