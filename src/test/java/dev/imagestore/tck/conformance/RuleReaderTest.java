package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

    @ParameterizedTest
    @CsvSource({
        "Last equals length, last-equals-length",
        "'A chunk of 0-49, twice', a-chunk-of-0-49-twice",
        "\"bytes */100\" is refused, bytes-100-is-refused",
        "'  Blanks   around  ', blanks-around",
        "Ärger mit É, arger-mit-e",
        "2^63 - 1, 2-63-1"
    })
    void aSlugIsTheWordsOfTheNameJoinedByHyphens(String name, String slug) {
        assertThat(RuleReader.slug(name)).isEqualTo(slug);
    }

    @Property(tries = 80)
    void aSlugFitsIntoAnId(@ForAll String name) {
        assertThat(RuleReader.slug(name)).matches("([a-z0-9]+(-[a-z0-9]+)*)?");
    }

    @Property(tries = 80)
    void theSlugOfASlugIsItself(@ForAll String name) {
        String slug = RuleReader.slug(name);

        assertThat(RuleReader.slug(slug)).isEqualTo(slug);
    }
}
