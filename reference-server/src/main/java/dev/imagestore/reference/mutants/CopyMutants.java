package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.store.CopyOrder;
import dev.imagestore.reference.store.FileEntry;
import dev.imagestore.reference.store.FolderEntry;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies that go wrong. */
final class CopyMutants {

    private CopyMutants() {}

    static List<Mutant> all() {
        return List.of(
                LibraryMutants.library(
                        "source-removed",
                        "CPY-01",
                        Family.COPY,
                        1,
                        "A copy removes its source.",
                        real -> new ForwardingLibrary(real) {
                            @Override
                            public void copy(CopyOrder order) throws IOException {
                                super.copy(order);
                                super.delete(order.source());
                            }
                        }),
                copied(
                        "subfolders-not-copied",
                        "CPY-01",
                        2,
                        "A copy of a folder leaves out the folders in it.",
                        (real, order) -> {
                            real.copy(order);
                            for (FolderEntry folder : real.list(order.source(), Page.WHOLE)
                                    .map(Listing::folders)
                                    .orElse(List.of())) {
                                real.delete(
                                        below(order.destination(), folder.path().name()));
                            }
                        }),
                copied(
                                "absent-source-copied",
                                "CPY-02",
                                1,
                                "The copy of what is not there is a success.",
                                (real, order) -> {
                                    if (real.list(order.source(), Page.WHOLE).isPresent()) {
                                        real.copy(order);
                                    }
                                })
                        .in("service-fabric"),
                copied(
                        "skipped-files-copied",
                        "CPY-03",
                        1,
                        "SkipFiles is ignored.",
                        (real, order) -> real.copy(new CopyOrder(
                                order.source(),
                                order.destination(),
                                Set.of(),
                                order.skipsAnyCase(),
                                order.unfinished()))),
                copied(
                        "one-skipped-only",
                        "CPY-03",
                        3,
                        "Of several SkipFiles one is skipped.",
                        (real, order) -> real.copy(new CopyOrder(
                                order.source(),
                                order.destination(),
                                order.skipped().stream().sorted().limit(1).collect(Collectors.toSet()),
                                order.skipsAnyCase(),
                                order.unfinished()))),
                copied(
                        "destination-kept",
                        "CPY-06",
                        2,
                        "A copy does not replace a file that exists.",
                        (real, order) -> {
                            boolean taken = real.list(order.destination(), Page.WHOLE)
                                    .filter(listing -> listing.files().stream()
                                            .anyMatch(file -> file.path().equals(order.destination())))
                                    .isPresent();
                            if (!taken) {
                                real.copy(order);
                            }
                        }),
                copied(
                        "empty-files-not-copied",
                        "CPY-01",
                        3,
                        "A copy of a folder leaves out empty files.",
                        (real, order) -> {
                            real.copy(order);
                            for (FileEntry file : real.list(order.destination(), Page.WHOLE)
                                    .map(Listing::files)
                                    .orElse(List.of())) {
                                if (file.size() == 0 && !file.path().name().equals("_.dir")) {
                                    real.delete(file.path());
                                }
                            }
                        }),
                Mutant.of(
                        "copied-as-text",
                        "CPY-01",
                        Family.COPY,
                        3,
                        "A copy of a file has the line ends of this system.",
                        parts -> parts.with(new ForwardingLibrary(parts.library()) {
                            @Override
                            public void copy(CopyOrder order) throws IOException {
                                super.copy(order);
                                Path copy = parts.layout().published(order.destination());
                                if (Files.isRegularFile(copy)) {
                                    String text = Files.readString(copy, StandardCharsets.ISO_8859_1);
                                    Files.writeString(copy, text.replace("\r\n", "\n"), StandardCharsets.ISO_8859_1);
                                }
                            }
                        })));
    }

    private interface Copying {
        void copy(Library real, CopyOrder order) throws IOException;
    }

    private static ContentPath below(ContentPath folder, String name) {
        return new ContentPath(
                Stream.concat(folder.segments().stream(), Stream.of(name)).toList());
    }

    private static Mutant copied(String name, String requirement, int subtlety, String sentence, Copying way) {
        return LibraryMutants.library(
                name, requirement, Family.COPY, subtlety, sentence, real -> new ForwardingLibrary(real) {
                    @Override
                    public void copy(CopyOrder order) throws IOException {
                        way.copy(real, order);
                    }
                });
    }
}
