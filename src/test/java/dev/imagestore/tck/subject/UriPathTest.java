package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriPathTest {

    @ParameterizedTest
    @CsvSource({
        "tck-1/CR-07/file.bin, tck-1/CR-07/file.bin",
        "a b/c, a%20b/c",
        "a~_-.b, a~_-.b",
        "100%, 100%25",
        "%2F, %252F",
        "a?b#c, a%3Fb%23c",
        "a+b&c=d, a+b%26c%3Dd",
        "ä€, %C3%A4%E2%82%AC",
        "a\\b, a%5Cb"
    })
    void everythingButPlainCharactersAndTheSlashIsEncoded(String path, String encoded) {
        assertThat(UriPath.encode(path)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({"abc, abc", "a%20b, a%20b", "a b/c, a%20b%2Fc", "100%, 100%25", "a&b=c, a%26b%3Dc", "a+b, a%2Bb"})
    void aValueOfTheQueryIsEscapedOnce(String value, String escaped) {
        assertThat(UriPath.query(value)).isEqualTo(escaped);
    }

    @Property(tries = 80)
    void whatIsEncodedDecodesToItself(
            @ForAll @StringLength(max = 20) @CharRange(from = ' ', to = '\uD7FF') String path) {
        assertThat(URI.create("http://host/" + UriPath.encode(path)).getPath()).isEqualTo("/" + path);
    }
}
