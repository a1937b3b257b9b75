package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.wire.RequestBody;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FileContentTest {

    private static final int WHOLE = 600;

    @Property(tries = 80)
    void anyPartReadAloneEqualsThatPartOfTheWhole(
            @ForAll long seed, @ForAll @IntRange(max = 500) int first, @ForAll @IntRange(max = 100) int length) {
        FileContent content = FileContent.seeded(seed, WHOLE);

        byte[] whole = read(content, 0, WHOLE);

        assertThat(read(content, first, length)).isEqualTo(Arrays.copyOfRange(whole, first, first + length));
    }

    @Property(tries = 80)
    void aPartFarBeyond32BitsIsReadAlike(@ForAll long seed, @ForAll @IntRange(max = 40) int skipped) {
        FileContent content = FileContent.seeded(seed, Long.MAX_VALUE);
        long far = 1L << 40;

        byte[] part = read(content, far, 64);

        assertThat(read(content, far + skipped, 64 - skipped)).isEqualTo(Arrays.copyOfRange(part, skipped, 64));
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        assertThat(read(FileContent.seeded(1, 64), 0, 64)).isNotEqualTo(read(FileContent.seeded(2, 64), 0, 64));
    }

    @Test
    void noTwoPartsOfAFileAreAlike() {
        FileContent content = FileContent.seeded(1, 128);

        assertThat(read(content, 0, 64)).isNotEqualTo(read(content, 64, 64));
    }

    @Test
    void theBodyOfAChunkStartsAtItsFirstByte() {
        FileContent content = FileContent.seeded(5, 100);

        RequestBody body = content.body(50, 10);

        ByteBuffer sent = ByteBuffer.allocate(4);
        ((RequestBody.Content) body).source().read(3, sent);
        assertThat(body.length()).isEqualTo(10);
        assertThat(sent.array()).isEqualTo(read(content, 53, 4));
    }

    @Test
    void literalBytesAreRepeatedBeyondTheLength() {
        assertThat(read(FileContent.of("abc"), 1, 6)).asString().isEqualTo("bcabca");
    }

    @Test
    void literalBytesAreNotThoseOfTheCallerAnyMore() {
        byte[] bytes = {1, 2, 3};
        FileContent content = FileContent.of(bytes);

        bytes[0] = 9;

        assertThat(read(content, 0, 3)).containsExactly(1, 2, 3);
    }

    private static byte[] read(FileContent content, long first, int length) {
        ByteBuffer into = ByteBuffer.allocate(length);
        content.read(first, into);
        return into.array();
    }
}
