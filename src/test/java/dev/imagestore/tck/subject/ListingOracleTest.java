package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.subject.ImageStore.Origin;
import dev.imagestore.tck.subject.TinyPeer.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingOracleTest {

    private static final String ENTRY = """
            {"StoreRelativePath":"%s","FileSize":"10","ModifiedDate":"2026-01-01T00:00:00Z",\
            "FileVersion":{"EpochDataLossNumber":"1","VersionNumber":"1","EpochConfigurationNumber":"1"}}""";

    private final List<Long> told = new ArrayList<>();

    @Test
    void aListedFileIsSeenByItsLength() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, listing("a\\\\b.bin", ""))) {
            StoredFile stored = read(peer, "a/b.bin", seeded(10), seeded(11));

            assertThat(stored).isInstanceOfSatisfying(StoredFile.Present.class, present -> {
                assertThat(present.length()).isEqualTo(10);
                assertThat(present.sha256()).isEmpty();
                assertThat(present.is(0)).isTrue();
                assertThat(present.is(1)).isFalse();
            });
            assertThat(stored).hasToString("a file of 10 bytes");
        }
    }

    @Test
    void theFolderOfTheFileIsListedForTheCase() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(404, "")) {
            read(peer, "a b/c/d.bin");

            assertThat(listings(peer)).containsExactly("/ImageStore/a%20b/c?api-version=6.2");
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotListedIsAbsent() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, listing("a/b.bin.old", ""))) {
            assertThat(read(peer, "a/b.bin")).isEqualTo(new StoredFile.Absent());
        }
    }

    @Test
    void aFolderThatIsRefusedHoldsNothing() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(404, "")) {
            assertThat(read(peer, "a/b.bin")).isEqualTo(new StoredFile.Absent());
        }
    }

    @Test
    void allPagesAreRead() throws IOException {
        try (TinyPeer peer = TinyPeer.playing(ListingOracleTest::page)) {
            assertThat(read(peer, "a/b.bin")).isInstanceOf(StoredFile.Present.class);
            assertThat(listings(peer))
                    .containsExactly(
                            "/ImageStore/a?api-version=6.2", "/ImageStore/a?api-version=6.2&ContinuationToken=%2F%20x");
        }
    }

    @Test
    void aTokenThatComesAgainEndsTheListing() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, listing("a/other.bin", "again"))) {
            assertThat(read(peer, "a/b.bin")).isEqualTo(new StoredFile.Absent());
            assertThat(listings(peer)).hasSize(2);
        }
    }

    @Test
    void aListingThatSaysNothingIsNoSight() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "<html>")) {
            assertThatThrownBy(() -> read(peer, "a/b.bin"))
                    .isInstanceOf(UnreadableListingException.class)
                    .hasMessage("a listing could not be read: 200 \"<html>\"");
        }
    }

    @Test
    void aSizeThatCannotBeReadIsNoSight() throws IOException {
        String unsized = listing("a/b.bin", "").replace("\"FileSize\":\"10\"", "\"FileSize\":\"ten\"");
        try (TinyPeer peer = TinyPeer.answering(200, unsized)) {
            assertThatThrownBy(() -> read(peer, "a/b.bin"))
                    .isInstanceOf(UnreadableListingException.class)
                    .hasMessage("a listing gives no size for a/b.bin");
        }
    }

    @Test
    void anOracleSeesMoreThanListings() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(404, "")) {
            assertThat(sight(peer, Optional.of("http://127.0.0.1:9/{path}"), EnumSet.allOf(Operation.class)))
                    .isEqualTo(Sight.BYTES);
            assertThat(sight(peer, Optional.empty(), EnumSet.allOf(Operation.class)))
                    .isEqualTo(Sight.SIZES);
            assertThat(sight(peer, Optional.empty(), EnumSet.of(Operation.COMMIT, Operation.LIST_ROOT)))
                    .isEqualTo(Sight.NOTHING);
        }
    }

    private static void page(HttpExchange exchange) throws IOException {
        boolean second = String.valueOf(exchange.getRequestURI().getQuery()).contains("ContinuationToken");
        TinyPeer.answer(exchange, 200, second ? listing("a/b.bin", "") : listing("a/a.bin", "/ x"));
    }

    private static FileContent seeded(long length) {
        return FileContent.seeded(1, length);
    }

    private static String listing(String path, String token) {
        return "{\"StoreFiles\":[%s],\"StoreFolders\":[],\"ContinuationToken\":\"%s\"}"
                .formatted(ENTRY.formatted(path), token);
    }

    private static List<String> listings(TinyPeer peer) {
        return peer.asked().stream()
                .map(Asked::target)
                .filter(target -> !target.contains("GetUploadSession"))
                .toList();
    }

    private StoredFile read(TinyPeer peer, String path, FileContent... candidates) {
        try (Recording recording = Recording.discarding();
                Subject subject = Subjects.open(peer, EnumSet.allOf(Operation.class), recording)) {
            return subject.view(new Origin("CR-07/a", false, exchange -> told.add(exchange.number())))
                    .orElseThrow()
                    .read(path, List.of(candidates));
        }
    }

    private static Sight sight(TinyPeer peer, Optional<String> oracle, EnumSet<Operation> claimed) {
        try (Recording recording = Recording.discarding();
                Subject subject = Subjects.open(peer, claimed, oracle, recording)) {
            return subject.sight();
        }
    }
}
