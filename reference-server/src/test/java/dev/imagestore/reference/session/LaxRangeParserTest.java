package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaxRangeParserTest {

    private final RangeParser parser = new LaxRangeParser();

    @ParameterizedTest
    @CsvSource({
        "'bytes 300-5000/20000', 300, 5000, 20000",
        "'bytes 0-0/1', 0, 0, 1",
        "'', 0, 0, 0",
        "'  ', 0, 0, 0",
        "'bytes 0-10/10', 0, 10, 10",
        "'bytes -5-9/10', 5, 9, 10",
        "'bytes 0--9/10', 0, 9, 10",
        "'bytes */10', 0, 0, 10",
        "'bytes 5/10', 0, 0, 10",
        "'bytes 0-4-9/10', 0, 0, 10",
        "'bytes 0-9//10', 0, 9, 10",
        "'/0-9/10', 0, 9, 10",
        "'0-9/10', 0, 9, 10",
        "'bytes  0-9/10', 0, 9, 10",
        "'bytes\t0-9/10', 0, 9, 10",
        "'bytes0-9/10', 0, 9, 10",
        "'bytesbets0-9/10', 0, 9, 10",
        "'bytes 0 - 9 / 10', 0, 9, 10",
        "' bytes 0-9/10 ', 0, 9, 10",
        "'bytes 0x0-0x9/0xA', 0, 9, 10",
        "'bytes +0-+9/+10', 0, 9, 10",
        "'bytes 00-09/010', 0, 9, 10",
        "'bytes 0-0/0', 0, 0, 0",
        "'bytes 9223372036854775804-9223372036854775805/9223372036854775806', 9223372036854775804, 9223372036854775805, 9223372036854775806",
        "'bytes 0-9223372036854775806/9223372036854775807', 0, 9223372036854775806, 9223372036854775807",
    })
    void reads(String value, long first, long last, long length) {
        assertThat(parser.parse(List.of(value))).isEqualTo(new ContentRange(new ByteRange(first, last), length));
    }

    @Test
    void aFieldThatIsAbsentIsAnEmptyFile() {
        assertThat(parser.parse(List.of())).isEqualTo(new ContentRange(new ByteRange(0, 0), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 9-0/10",
                "bytes 0-11/10",
                "bytes 0-9/-10",
                "bytes 0-9/*",
                "bytes */*",
                "bytes 0-9",
                "bytes 0-9/10/20",
                "items 0-9/10",
                "octets 0-9/10",
                "BYTES 0-9/10",
                "Bytes 0-9/10",
                "bytes=0-9/10",
                "bytes 0-1e1/20",
                "bytes 0-9.0/10",
                "bytes a-b/c",
                "bytes 0-9/18446744073709551616",
                "bytes 0-18446744073709551616/20",
                "bytes 0x-9/10",
                "bytes ++0-9/10",
                "banana",
                "bytes",
                "/",
                "bytes 1 0-9/10"
            })
    void refuses(String value) {
        assertRefused(Reason.RANGE, List.of(value));
    }

    @Test
    void twoFieldsAreOneThatIsMalformed() {
        assertRefused(Reason.RANGE, List.of("bytes 0-9/10", "bytes 0-9/10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-9223372036854775807/9223372036854775807",
                "bytes 0-9/18446744073709551615",
                "bytes 9223372036854775808-9223372036854775809/9223372036854775810"
            })
    void aFileThatNoNumberHereCanHoldIsTooLong(String value) {
        assertRefused(Reason.LENGTH_LIMIT, List.of(value));
    }

    private void assertRefused(Reason reason, List<String> values) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> parser.parse(values))
                .matches(e -> e.refusal().reason() == reason);
    }
}
