package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.Cases.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Property
    void everyCaseIsInExactlyOnePart(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String slug,
            @ForAll @IntRange(min = 1, max = 9) int of) {
        Case one = tagged("CR-07/" + slug);

        assertThat(IntStream.rangeClosed(1, of).filter(i -> new Shard(i, of).has(one)))
                .hasSize(1);
    }

    @Test
    void noPartIsEmptyOfTheRealCases() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(i -> new Shard(i, 8)))
                .allSatisfy(shard -> assertThat(
                                TheFeatures.CATALOGUE.cases().stream().filter(shard::has))
                        .hasSizeGreaterThan(TheFeatures.CATALOGUE.cases().size() / 16));
    }

    @Test
    void aCaseOfTheWholeRunIsInEveryPart() {
        Case last = tagged("QRY-03/every-list", "@last");

        assertThat(new Shard(1, 2).has(last)).isTrue();
        assertThat(new Shard(2, 2).has(last)).isTrue();
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(Shard.parse("2/3")).isEqualTo(new Shard(2, 3)).hasToString("2/3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "a/b", "99999/99999"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no part of a run; expected one like 1/3");
    }
}
