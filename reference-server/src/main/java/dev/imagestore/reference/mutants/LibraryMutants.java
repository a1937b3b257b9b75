package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Reply;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Staged;
import dev.imagestore.reference.store.Disk;
import dev.imagestore.reference.store.FileEntry;
import dev.imagestore.reference.store.FileWriter;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Page;
import dev.imagestore.reference.store.Usage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Listings, deletions and plain uploads that go wrong. */
final class LibraryMutants {

    private LibraryMutants() {}

    static List<Mutant> all() {
        return List.of(
                listed(
                        "folders-not-listed",
                        "GET-01",
                        1,
                        "A listing leaves out folders.",
                        listing -> new Listing(listing.files(), List.of(), listing.next())),
                listed(
                        "hidden-files-not-listed",
                        "GET-01",
                        3,
                        "A listing leaves out files whose name begins with a dot.",
                        listing -> new Listing(
                                listing.files().stream()
                                        .filter(file -> !file.path().name().startsWith("."))
                                        .toList(),
                                listing.folders(),
                                listing.next())),
                listed(
                        "last-file-not-listed",
                        "GET-01",
                        3,
                        "A listing of more than two files lacks the last.",
                        listing -> listing.files().size() > 2
                                ? new Listing(
                                        listing.files()
                                                .subList(0, listing.files().size() - 1),
                                        listing.folders(),
                                        listing.next())
                                : listing),
                listed(
                        "sizes-in-kilobytes",
                        "GET-02",
                        2,
                        "Sizes are rounded down to 1024 bytes.",
                        listing -> files(
                                listing,
                                file -> new FileEntry(
                                        file.path(), file.size() / 1024 * 1024, file.modified(), file.version()))),
                library(
                        "own-listing-stale",
                        "GET-02",
                        Family.LISTING,
                        3,
                        "What a file's own listing tells stays as it was when it was first listed.",
                        OwnListings::new),
                listed(
                        "names-without-folder",
                        "GET-01",
                        2,
                        "Listed paths are relative to the folder.",
                        listing -> files(
                                listing,
                                file -> new FileEntry(
                                        new ContentPath(List.of(file.path().name())),
                                        file.size(),
                                        file.modified(),
                                        file.version()))),
                library(
                        "subfolders-not-summed",
                        "FSZ-02",
                        Family.LISTING,
                        2,
                        "The size of a folder is that of the files directly in it.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public OptionalLong size(ContentPath folder) throws IOException {
                                OptionalLong right = super.size(folder);
                                return right.isEmpty()
                                        ? right
                                        : OptionalLong.of(list(folder, Page.WHOLE).stream()
                                                .flatMap(listing -> listing.files().stream())
                                                .mapToLong(FileEntry::size)
                                                .sum());
                            }
                        }),
                library(
                        "size-of-nothing",
                        "FSZ-03",
                        Family.LISTING,
                        1,
                        "The size of a folder that does not exist is 0.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public OptionalLong size(ContentPath folder) throws IOException {
                                return OptionalLong.of(super.size(folder).orElse(0));
                            }
                        }),
                library(
                        "root-size-of-top-files",
                        "FSZ-01",
                        Family.LISTING,
                        2,
                        "The size of the root is that of the files directly in it.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public Usage published() throws IOException {
                                long bytes = listRoot(Page.WHOLE).files().stream()
                                        .mapToLong(FileEntry::size)
                                        .sum();
                                return new Usage(bytes, super.published().files());
                            }
                        }),
                reply(
                        "info-fields-renamed",
                        "INF-01",
                        2,
                        "The fields of the state of the store are named otherwise.",
                        text -> text.replace("\"DiskInfo\"", "\"Disk\"")),
                library(
                        "folders-not-deleted",
                        "GET-08",
                        Family.DELETE,
                        2,
                        "Of a folder the files directly in it are deleted.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public void delete(ContentPath path) throws IOException {
                                Optional<Listing> found = list(path, Page.WHOLE);
                                if (found.isEmpty() || found.get().folders().isEmpty()) {
                                    super.delete(path);
                                    return;
                                }
                                for (FileEntry file : found.get().files()) {
                                    super.delete(file.path());
                                }
                            }
                        }),
                library(
                        "three-files-deleted",
                        "GET-08",
                        Family.DELETE,
                        3,
                        "Of a folder with more than three files the first three are deleted.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public void delete(ContentPath path) throws IOException {
                                List<FileEntry> files = list(path, Page.WHOLE)
                                        .map(Listing::files)
                                        .orElse(List.of());
                                if (files.size() <= 3) {
                                    super.delete(path);
                                    return;
                                }
                                for (FileEntry file : files.subList(0, 3)) {
                                    super.delete(file.path());
                                }
                            }
                        }),
                library(
                        "siblings-deleted",
                        "GET-08",
                        Family.DELETE,
                        3,
                        "With a file go those whose name begins like its name.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public void delete(ContentPath path) throws IOException {
                                super.delete(path);
                                List<String> above = path.segments()
                                        .subList(0, path.segments().size() - 1);
                                if (above.isEmpty()) {
                                    return;
                                }
                                for (FileEntry file : list(new ContentPath(above), Page.WHOLE)
                                        .map(Listing::files)
                                        .orElse(List.of())) {
                                    if (file.path().name().startsWith(path.name())) {
                                        super.delete(file.path());
                                    }
                                }
                            }
                        }),
                DeletedForGood.MUTANT,
                library(
                        "content-not-deleted",
                        "GET-08",
                        Family.DELETE,
                        1,
                        "A deletion is a success, but nothing goes.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public void delete(ContentPath path) {
                                // Forgotten.
                            }
                        }),
                library(
                                "fabric-delete-of-nothing-refused",
                                "GET-09",
                                Family.DELETE,
                                2,
                                "The deletion of what is not there is refused.",
                                real -> new ForwardingLibrary(real) {
                                    @Override
                                    public void delete(ContentPath path) throws IOException {
                                        if (list(path, Page.WHOLE).isEmpty()) {
                                            throw new RefusedException(
                                                    Reason.CONTENT_UNKNOWN, "There is no '" + path + "'");
                                        }
                                        super.delete(path);
                                    }
                                })
                        .in("service-fabric"),
                plain(
                        "plain-upload-cut",
                        "PUT-01",
                        2,
                        "A plain upload longer than 64 KiB loses its end.",
                        (writer, bytes, written) -> {
                            bytes.limit(
                                    (int) Math.min(bytes.limit(), bytes.position() + Math.max(0, 65_536 - written)));
                            writer.write(bytes);
                        }),
                plain(
                        "plain-upload-of-text",
                        "PUT-01",
                        3,
                        "Octets above 127 in a plain upload are stored as question marks.",
                        (writer, bytes, written) -> {
                            byte[] octets = new byte[bytes.remaining()];
                            bytes.get(octets);
                            writer.write(ByteBuffer.wrap(new String(octets, StandardCharsets.ISO_8859_1)
                                    .getBytes(StandardCharsets.US_ASCII)));
                        }),
                Mutant.of(
                        "plain-upload-kept-out",
                        "PUT-03",
                        Family.COMMIT,
                        1,
                        "A plain upload does not replace a file that exists.",
                        parts -> parts.with(new ForwardingLibrary(parts.library()) {
                            @Override
                            public FileWriter writer(ContentPath path) {
                                return new ForwardingFileWriter(super.writer(path)) {
                                    @Override
                                    public boolean publish() throws IOException {
                                        return Files.isRegularFile(
                                                        parts.layout().published(path))
                                                || super.publish();
                                    }
                                };
                            }
                        })),
                Mutant.of(
                        "plain-upload-ends-sessions",
                        "PUT-08",
                        Family.ISOLATION,
                        3,
                        "A plain upload ends the sessions of its path.",
                        parts -> parts.with(new ForwardingLibrary(parts.library()) {
                            @Override
                            public FileWriter writer(ContentPath path) {
                                parts.sessions()
                                        .findByPath(path)
                                        .forEach(session -> parts.sessions()
                                                .delete(session.upload().id()));
                                return super.writer(path);
                            }
                        })));
    }

    private interface Plain {
        void write(FileWriter to, ByteBuffer bytes, long written) throws IOException;
    }

    private static Listing files(Listing listing, UnaryOperator<FileEntry> change) {
        return new Listing(listing.files().stream().map(change).toList(), listing.folders(), listing.next());
    }

    private static Mutant listed(
            String name, String requirement, int subtlety, String sentence, UnaryOperator<Listing> change) {
        return library(name, requirement, Family.LISTING, subtlety, sentence, real -> new ForwardingLibrary(real) {
            @Override
            public Optional<Listing> list(ContentPath path, Page page) throws IOException {
                return super.list(path, page).map(change);
            }
        });
    }

    private static Mutant plain(String name, String requirement, int subtlety, String sentence, Plain way) {
        return library(name, requirement, Family.REASSEMBLY, subtlety, sentence, real -> new ForwardingLibrary(real) {
            @Override
            public FileWriter writer(ContentPath path) {
                FileWriter writer = super.writer(path);
                return new ForwardingFileWriter(writer) {
                    private long written;

                    @Override
                    public void write(ByteBuffer bytes) throws IOException {
                        int length = bytes.remaining();
                        way.write(writer, bytes, written);
                        written += length;
                    }
                };
            }
        });
    }

    static Mutant library(
            String name,
            String requirement,
            Family family,
            int subtlety,
            String sentence,
            UnaryOperator<Library> change) {
        return Mutant.of(
                name, requirement, family, subtlety, sentence, parts -> parts.with(change.apply(parts.library())));
    }

    private static Mutant reply(
            String name, String requirement, int subtlety, String sentence, UnaryOperator<String> change) {
        return Mutant.of(
                name,
                requirement,
                Family.LISTING,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingResponder(parts.responder()) {
                    @Override
                    public Reply info(Disk disk, Staged staging, Usage published) {
                        return Replies.text(super.info(disk, staging, published), change);
                    }
                }));
    }
}
