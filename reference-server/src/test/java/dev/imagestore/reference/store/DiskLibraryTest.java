package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.store.CopyOrder.Unfinished;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskLibraryTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path root;

    private StoreLayout layout;
    private DiskStore store;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        layout = new StoreLayout(root);
        store = DiskStore.open(layout, false, Clock.fixed(NOW, ZoneOffset.UTC));
        library = store.library();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void aFileIsThereWhenAllOfItIs() throws IOException {
        try (FileWriter writer = library.writer(path("a/file"))) {
            writer.write(bytes("hello "));
            writer.write(bytes("world"));
            assertThat(library.list(path("a"), Page.WHOLE)).isEmpty();

            assertThat(writer.publish()).isFalse();
        }
        assertThat(published()).containsExactly("a/file=hello world");
        assertThat(put("a/file", "")).isTrue();
        assertThat(published()).containsExactly("a/file=");
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @Test
    void aFileThatWasNotPublishedLeavesNothing() throws IOException {
        put("file", "old");

        try (FileWriter writer = library.writer(path("file"))) {
            writer.write(bytes("new"));
        }

        assertThat(published()).containsExactly("file=old");
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @Test
    void aFileReplacesNoFolderAndIsNone() throws IOException {
        put("a/file", "x");

        assertRefused(Reason.ARGUMENT, () -> put("a", "y"));
        assertRefused(Reason.ARGUMENT, () -> put("a/file/b", "y"));
        assertThat(published()).containsExactly("a/file=x");
    }

    @Test
    void aFolderIsListedOneLevelDeep() throws IOException {
        put("top/b", "12");
        put("top/a", "1");
        put("top/sub/x", "123");
        put("top/sub/deep/y", "");
        put("topple", "");
        Files.createDirectory(layout.published().resolve("top/empty"));

        Listing listing = library.list(path("top"), Page.WHOLE).orElseThrow();

        assertThat(listing.files()).extracting(FileEntry::path).containsExactly(path("top/a"), path("top/b"));
        assertThat(listing.files()).extracting(FileEntry::size).containsExactly(1L, 2L);
        assertThat(listing.folders())
                .containsExactly(new FolderEntry(path("top/empty"), 0), new FolderEntry(path("top/sub"), 2));
        assertThat(library.listRoot(Page.WHOLE).folders()).containsExactly(new FolderEntry(path("top"), 4));
        assertThat(library.list(path("top/empty"), Page.WHOLE))
                .hasValueSatisfying(empty -> assertThat(empty.isEmpty()).isTrue());
    }

    @Test
    void aFileListsItself() throws IOException {
        put("a/file", "123");

        Listing listing = library.list(path("a/file"), Page.WHOLE).orElseThrow();

        assertThat(listing.folders()).isEmpty();
        assertThat(listing.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo(path("a/file"));
            assertThat(file.modified()).isEqualTo(NOW);
        });
        assertThat(library.list(path("a/file/b"), Page.WHOLE)).isEmpty();
        assertThat(library.list(path("none"), Page.WHOLE)).isEmpty();
    }

    @Test
    void aNewVersionHasAHigherNumber() throws IOException {
        put("file", "1");
        long first = version("file");

        put("file", "2");

        assertThat(version("file")).isGreaterThan(first);
    }

    @Test
    void pagesFollowOneAnother() throws IOException {
        for (String name : List.of("a", "b/x", "c", "d/x", "e")) {
            put(name, "");
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Listing page = library.listRoot(new Page(after, 2));
            seen.add(names(page));
            after = page.next();
        } while (!after.isEmpty());

        assertThat(seen).containsExactly("a b", "c d", "e");
    }

    @Test
    void aTreeIsRemovedAsAWhole() throws IOException {
        put("a/b/c", "x");
        put("a/b/d/e", "x");
        put("a/f", "x");

        library.delete(path("a/b"));
        library.delete(path("a/f"));
        library.delete(path("a/none"));

        assertThat(published()).isEmpty();
        assertThat(library.list(path("a"), Page.WHOLE)).isPresent();
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from | to | from/a=1 from/sub/b=2 from/sub/c=3 to/a=1 to/old=x to/sub/b=2 to/sub/c=3",
                "from/sub | new/deep | from/a=1 from/sub/b=2 from/sub/c=3 new/deep/b=2 new/deep/c=3 to/old=x to/sub/b=y",
                "from/a | to/old | from/a=1 from/sub/b=2 from/sub/c=3 to/old=1 to/sub/b=y",
                "from/sub | from | from/a=1 from/b=2 from/c=3 from/sub/b=2 from/sub/c=3 to/old=x to/sub/b=y",
                "from | from | from/a=1 from/sub/b=2 from/sub/c=3 to/old=x to/sub/b=y",
                "from/a | from/a | from/a=1 from/sub/b=2 from/sub/c=3 to/old=x to/sub/b=y",
            })
    void aCopyOverwrites(String source, String destination, String result) throws IOException {
        tree();

        copy(source, destination);

        assertThat(published()).containsExactly(result.split(" "));
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "none, to, CONTENT_UNKNOWN",
        "from, from/sub/deeper, ARGUMENT",
        "from, to/old, ARGUMENT",
        "from/a, to, ARGUMENT",
        "from/a, to/old/x, ARGUMENT",
    })
    void aCopyThatCannotBeChangesNothing(String source, String destination, Reason reason) throws IOException {
        tree();
        List<String> before = published();

        assertRefused(reason, () -> copy(source, destination));

        assertThat(published()).isEqualTo(before);
    }

    @Test
    void filesAreSkippedByNameAtAnyDepth() throws IOException {
        tree();

        library.copy(new CopyOrder(path("from"), path("new"), Set.of("b", "A", "sub"), false, Unfinished.COPIED));
        assertThat(published()).contains("new/a=1", "new/sub/c=3").doesNotContain("new/sub/b=2");

        library.copy(new CopyOrder(path("from"), path("any"), Set.of("B", "A", "sub"), true, Unfinished.COPIED));
        assertThat(published()).contains("any/sub/c=3").doesNotContain("any/a=1", "any/sub/b=2");
    }

    @Test
    void anUnfinishedFolderIsCopiedSkippedOrRefused() throws IOException {
        tree();
        CopyOrder skipping = new CopyOrder(path("from"), path("new"), Set.of(), false, Unfinished.SKIPPED);
        CopyOrder refusing = new CopyOrder(path("from"), path("new"), Set.of(), false, Unfinished.REFUSED);

        library.copy(skipping);
        assertThat(library.list(path("new"), Page.WHOLE)).isEmpty();
        assertRefused(Reason.CONTENT_UNKNOWN, () -> library.copy(refusing));

        put("from/_.dir", "");
        library.copy(refusing);
        assertThat(published()).contains("new/_.dir=", "new/a=1");
    }

    @Test
    void sizesAreSums() throws IOException {
        tree();

        assertThat(library.size(path("from"))).isEqualTo(OptionalLong.of(3));
        assertThat(library.size(path("none"))).isEmpty();
        assertThat(library.size(path("from/a"))).isEmpty();
        assertThat(library.published()).isEqualTo(new Usage(5, 5));
        assertThat(library.disk().capacity())
                .isGreaterThanOrEqualTo(library.disk().available());
    }

    @Test
    void linksAreNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret"), "secret");
        put("a/file", "x");
        Files.createSymbolicLink(layout.published().resolve("a/link"), outside);

        assertThat(names(library.list(path("a"), Page.WHOLE).orElseThrow())).isEqualTo("file");
        assertThat(library.published()).isEqualTo(new Usage(1, 1));
        assertRefused(Reason.PATH, () -> library.list(path("a/link/secret"), Page.WHOLE));
        assertRefused(Reason.PATH, () -> library.delete(path("a/link/secret")));
        assertRefused(Reason.PATH, () -> library.delete(path("a/link")));
        assertRefused(Reason.PATH, () -> library.size(path("a/link")));
        assertRefused(Reason.PATH, () -> put("a/link/new", "x"));
        assertRefused(Reason.PATH, () -> copy("a/link", "b"));
        assertRefused(Reason.PATH, () -> copy("a/file", "a/link/new"));
        copy("a", "b");
        assertThat(published()).containsExactly("a/file=x", "b/file=x");

        library.delete(path("a"));
        assertThat(outside.resolve("secret")).hasContent("secret");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void whatWasInTransitIsGoneAfterAStart() throws IOException {
        FileWriter writer = library.writer(path("file"));
        writer.write(bytes("x"));
        store.close();

        store = DiskStore.open(layout, false, Clock.systemUTC());

        assertThat(layout.transit()).isEmptyDirectory();
        writer.close();
    }

    @Test
    void uploadsAndDeletionsOfTheirFolderDoNotFailOneAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = "a/b/" + i;
                work.add(threads.submit(() -> put(name, "x")));
                work.add(threads.submit(() -> library.list(path("a"), Page.WHOLE)));
                work.add(threads.submit(() -> {
                    library.delete(path("a"));
                    return null;
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        library.delete(path("a"));
        assertThat(published()).isEmpty();
    }

    private void tree() throws IOException {
        put("from/a", "1");
        put("from/sub/b", "2");
        put("from/sub/c", "3");
        put("to/old", "x");
        put("to/sub/b", "y");
    }

    private void copy(String source, String destination) throws IOException {
        library.copy(new CopyOrder(path(source), path(destination), Set.of(), false, Unfinished.COPIED));
    }

    private boolean put(String path, String content) throws IOException {
        try (FileWriter writer = library.writer(path(path))) {
            writer.write(bytes(content));
            return writer.publish();
        }
    }

    private long version(String path) throws IOException {
        return library.list(path(path), Page.WHOLE).orElseThrow().files().get(0).version();
    }

    private static String names(Listing listing) {
        return Stream.concat(
                        listing.files().stream().map(FileEntry::path),
                        listing.folders().stream().map(FolderEntry::path))
                .map(ContentPath::name)
                .collect(Collectors.joining(" "));
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void assertRefused(Reason reason, Action action) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action::run)
                .matches(e -> e.refusal().reason() == reason, "is refused for " + reason);
    }

    /** The files that are there, in order, each with its content. */
    private List<String> published() throws IOException {
        try (Stream<Path> all = Files.walk(layout.published())) {
            List<String> files = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(layout.published().relativize(file) + "=" + Files.readString(file));
            }
            return files;
        }
    }

    private static ContentPath path(String text) {
        return ContentPath.of(text);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
