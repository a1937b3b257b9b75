package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.Cases.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void theBytesAddUpAndTheGreatestLengthCounts() {
        Footprint footprint = Footprint.of(
                Cases.settings(),
                List.of(
                        tagged("CR-07/a", "@stores:1MiB", "@declares:1TiB"),
                        tagged("CR-07/b", "@stores:2MiB", "@declares:1GiB"),
                        tagged("CR-07/c", "@last")));

        assertThat(footprint)
                .hasToString("writes below tck-0a1b/, at most 3 MiB; the largest declared length is 1 TiB");
    }

    @Test
    void aCaseWithoutTagsIsSmall() {
        assertThat(Footprint.of(Cases.settings(), List.of(tagged("CR-07/a"))))
                .isEqualTo(new Footprint("tck-0a1b", 64 << 10, 64 << 20));
    }

    @Test
    void noCaseWritesNothing() {
        assertThat(Footprint.of(Cases.settings(), List.of())).isEqualTo(new Footprint("tck-0a1b", 0, 0));
    }
}
