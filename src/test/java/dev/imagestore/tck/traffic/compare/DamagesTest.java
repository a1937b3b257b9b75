package dev.imagestore.tck.traffic.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.verdict.Damage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DamagesTest {

    private static final int CHUNK = 1000;
    private final byte[] right = bytes(1, 10 * CHUNK);
    private final byte[] earlier = bytes(2, 12 * CHUNK);

    @Test
    void aRightFileHasNone() {
        assertThat(find(right.clone())).isEmpty();
    }

    @Test
    void aGapIsMissing() {
        byte[] stored = right.clone();
        Arrays.fill(stored, 3000, 5000, (byte) 0);

        assertThat(find(stored)).containsExactly("missing 3000-4999");
    }

    @Test
    void whatEndsTooEarlyIsMissing() {
        assertThat(find(Arrays.copyOf(right, 7000))).containsExactly("missing 7000-9999");
    }

    @Test
    void whatWasThereBeforeIsStale() {
        byte[] stored = right.clone();
        System.arraycopy(earlier, 2000, stored, 2000, 1000);

        assertThat(find(stored)).containsExactly("stale 2000-2999");
    }

    @Test
    void theTailOfALongerFileIsStale() {
        byte[] stored = Arrays.copyOf(earlier, earlier.length);
        System.arraycopy(right, 0, stored, 0, right.length);

        assertThat(find(stored)).containsExactly("stale 10000-11999");
    }

    @Test
    void bytesBeyondTheEndAreSurplus() {
        assertThat(find(Arrays.copyOf(right, 10_050))).containsExactly("surplus 10000-10049");
    }

    @Test
    void exchangedChunksAreShifted() {
        byte[] stored = right.clone();
        System.arraycopy(right, 1000, stored, 4000, 1000);
        System.arraycopy(right, 4000, stored, 1000, 1000);

        assertThat(find(stored)).containsExactly("shifted 1000-1999 from 4000", "shifted 4000-4999 from 1000");
    }

    @Test
    void aChunkThatIsAlsoAtItsOwnPlaceIsDoubled() {
        byte[] stored = right.clone();
        System.arraycopy(right, 0, stored, 6000, 1000);

        assertThat(find(stored)).containsExactly("doubled 6000-6999 from 0");
    }

    @Test
    void whatIsNothingOfThisIsWrong() {
        byte[] stored = right.clone();
        System.arraycopy(bytes(3, 500), 0, stored, 8000, 500);

        assertThat(find(stored)).hasSize(1).first().asString().startsWith("wrong 8000-84");
    }

    @Property(tries = 60)
    void aRotationByAnyDistanceIsFound(@ForAll @IntRange(min = 1, max = 9_900) int distance) {
        byte[] stored = new byte[right.length];
        System.arraycopy(right, 0, stored, distance, right.length - distance);
        System.arraycopy(right, right.length - distance, stored, 0, distance);
        List<Damage> damages = damages(stored);

        assertThat(damages)
                .anyMatch(d -> d.kind() == Damage.Kind.SHIFTED
                        && d.from().orElse(-1) == d.range().first() - distance
                        && d.range().last() >= right.length - CHUNK);
    }

    private List<String> find(byte[] stored) {
        return damages(stored).stream().map(Damage::toString).toList();
    }

    private List<Damage> damages(byte[] stored) {
        long[] borders = new long[11];
        Arrays.setAll(borders, i -> (long) i * CHUNK);
        return new Damages(window(stored), List.of(window(right)), List.of(window(earlier)), borders).find();
    }

    private static Window window(byte[] bytes) {
        return new Window(FileContent.of(bytes), bytes.length);
    }

    private static byte[] bytes(long seed, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        FileContent.seeded(seed, length).read(0, bytes);
        return bytes.array();
    }
}
