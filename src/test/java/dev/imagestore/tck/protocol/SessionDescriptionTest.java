package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDescriptionTest {

    @ParameterizedTest
    @CsvSource({
        "0-9,       true",
        "0-9 20-29, true",
        "20-29 0-9, false",
        "0-9 10-19, false",
        "0-9 5-19,  false",
        "0-9 0-9,   false"
    })
    void theNormalFormIsAscendingDisjointAndMaximal(String listed, boolean normal) {
        assertThat(listing(listed).listedInNormalForm()).isEqualTo(normal);
    }

    @Test
    void anEmptyListIsInNormalForm() {
        assertThat(new SessionDescription("a", "id", 10, List.of()).listedInNormalForm())
                .isTrue();
    }

    @Test
    void whatIsMissingDoesNotDependOnTheFormOfTheList() {
        assertThat(listing("10-19 0-9 5-12").missing()).isEqualTo(RangeSet.of(new ByteRange(0, 19)));
    }

    private static SessionDescription listing(String ranges) {
        List<ByteRange> listed =
                Arrays.stream(ranges.split(" ", -1)).map(ByteRange::parse).toList();
        return new SessionDescription("a/b", "id", 100, listed);
    }
}
