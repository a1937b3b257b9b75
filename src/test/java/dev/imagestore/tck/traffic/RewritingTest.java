package dev.imagestore.tck.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingTest {

    private static final String ID = "00112233-4455-6677-8899-aabbccddeeff";
    private final Rewriting rewriting = new Rewriting("run", 1);

    @Property(tries = 100)
    void sessionIdsAreMappedOneToOneAndBack(@ForAll long high, @ForAll long low) {
        String id = new UUID(high, low).toString();
        String mapped = rewriting.session(id);

        assertThat(rewriting.session(mapped)).isEqualTo(id);
        if (high != 0 || low != 0) {
            assertThat(mapped).isNotEqualTo(id).hasSize(36);
            assertThat(UUID.fromString(mapped).version())
                    .isEqualTo(UUID.fromString(id).version());
        }
        assertThat(rewriting.session(id.toUpperCase(java.util.Locale.ROOT))).isEqualToIgnoringCase(mapped);
    }

    @Test
    void everyRunAndLoopHasItsOwn() {
        assertThat(List.of(
                        rewriting.session(ID),
                        new Rewriting("run", 2).session(ID),
                        new Rewriting("run-2", 1).session(ID)))
                .doesNotHaveDuplicates();
    }

    @Test
    void pathAndSessionOfARequestAreMapped() {
        ApiRequest mapped = rewriting.map(
                ApiRequest.of("PUT", "/b/ImageStore/a%20b/$/UploadChunk?x=1&session-id=%7B" + ID + "%7D"));

        assertThat(mapped.target())
                .isEqualTo("/ImageStore/run/a%20b/$/UploadChunk?x=1&session-id=%7B" + rewriting.session(ID) + "%7D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ImageStore",
                "/ImageStore///$/UploadChunk",
                "/ImageStore/../x",
                "/ImageStore/a/..%2F..%5Cx",
                "/ImageStore/$/Info",
                "/x"
            })
    void whatHasNoPathOrLeavesTheStoreStays(String target) {
        assertThat(rewriting.map(ApiRequest.of("GET", target)).target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "../x", "a\\\\..\\\\..\\\\x"})
    void aPathInABodyThatLeavesTheStoreStaysToo(String path) {
        assertThat(rewriting.path(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoSessionIdStays(String id) {
        assertThat(rewriting.session(id)).isEqualTo(id);
    }

    @Test
    void answersAreMappedBack() {
        SessionDescription described = new SessionDescription(
                "run\\a\\b",
                rewriting.session(ID).toUpperCase(java.util.Locale.ROOT),
                5,
                Optional.empty(),
                List.of(new ByteRange(0, 4)));

        assertThat(rewriting.back(described))
                .isEqualTo(new SessionDescription("a/b", ID, 5, Optional.empty(), List.of(new ByteRange(0, 4))));
        assertThat(rewriting.back("other/x")).isEqualTo("other/x");
    }
}
