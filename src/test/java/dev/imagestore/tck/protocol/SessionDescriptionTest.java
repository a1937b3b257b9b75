package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        assertThat(new SessionDescription("a", "id", 10, Optional.empty(), List.of()).listedInNormalForm())
                .isTrue();
    }

    @Test
    void whatIsMissingDoesNotDependOnTheFormOfTheList() {
        assertThat(listing("10-19 0-9 5-12").missing()).isEqualTo(RangeSet.of(new ByteRange(0, 19)));
    }

    @ParameterizedTest
    @CsvSource({
        "6a09e667-bb67-4ae8-bc6e-372fe94f82b0,   true",
        "6A09E667-BB67-4AE8-BC6E-372FE94F82B0,   true",
        "{6a09e667-bb67-4ae8-bc6e-372fe94f82b0}, true",
        "(6a09e667-bb67-4ae8-bc6e-372fe94f82b0), true",
        "6a09e667bb674ae8bc6e372fe94f82b0,       true",
        "6a09e667-bb67-4ae8-bc6e-372fe94f82b1,   false",
        "6a09e667-bb67-4ae8-bc6e-372fe94f82b,    false",
        "'',                                     false"
    })
    void anIdIsComparedByItsValue(String written, boolean same) {
        SessionDescription session = new SessionDescription("a", written, 10, Optional.empty(), List.of());

        assertThat(session.isOf("6a09e667-bb67-4ae8-bc6e-372fe94f82b0")).isEqualTo(same);
    }

    private static SessionDescription listing(String ranges) {
        List<ByteRange> listed =
                Arrays.stream(ranges.split(" ", -1)).map(ByteRange::parse).toList();
        return new SessionDescription("a/b", "id", 100, Optional.empty(), listed);
    }
}
