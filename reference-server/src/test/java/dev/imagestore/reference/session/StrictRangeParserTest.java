package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictRangeParserTest {

    private final RangeParser parser = new StrictRangeParser();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CR-01, bytes 300-5000/20000, 300, 5000, 20000",
                "CR-02, bytes 0-0/1, 0, 0, 1",
                "CR-03, bytes 0-19999/20000, 0, 19999, 20000",
                "CR-21, BYTES 0-9/10, 0, 9, 10",
                "CR-21, Bytes 0-9/10, 0, 9, 10",
                "CR-26, \"  bytes 0-9/10\t \", 0, 9, 10",
                "CR-27, bytes 00-09/010, 0, 9, 10",
                "CR-29, bytes 0-9223372036854775806/9223372036854775807, 0, 9223372036854775806, 9223372036854775807",
            })
    void reads(String id, String value, long first, long last, long length) {
        assertThat(parser.parse(List.of(value))).isEqualTo(new ContentRange(new ByteRange(first, last), length));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CR-05, \"\"",
                "CR-06, bytes 9-0/10",
                "CR-07, bytes 0-10/10",
                "CR-08, bytes 0-11/10",
                "CR-09, bytes -5-9/10",
                "CR-10, bytes 0--9/10",
                "CR-11, bytes 0-9/-10",
                "CR-12, bytes 0-9/*",
                "CR-13, bytes */10",
                "CR-14, bytes */*",
                "CR-15, bytes 5/10",
                "CR-16, bytes 0-4-9/10",
                "CR-17, bytes 0-9",
                "CR-18, bytes 0-9/10/20",
                "CR-19, bytes 0-9//10",
                "CR-19, /0-9/10",
                "CR-20, items 0-9/10",
                "CR-20, octets 0-9/10",
                "CR-22, 0-9/10",
                "CR-23, bytes=0-9/10",
                "CR-24, bytes  0-9/10",
                "CR-24, bytes\t0-9/10",
                "CR-24, bytes0-9/10",
                "CR-25, bytes 0 - 9 / 10",
                "CR-27, bytes 0x0-0x9/0xA",
                "CR-27, bytes +0-+9/+10",
                "CR-28, bytes 0-1e1/20",
                "CR-28, bytes 0-9.0/10",
                "CR-28, bytes a-b/c",
                "CR-30, bytes 0-9/9223372036854775808",
                "CR-31, bytes 0-9/18446744073709551616",
                "CR-31, bytes 18446744073709551616-18446744073709551617/18446744073709551618",
                "CR-32, bytes 0-0/0",
            })
    void refuses(String id, String value) {
        assertRefused(List.of(value));
    }

    @Test
    void refusesAnAbsentField() {
        assertRefused(List.of());
    }

    @Test
    void refusesTwoLines() {
        assertRefused(List.of("bytes 0-9/10", "bytes 0-9/10"));
    }

    private void assertRefused(List<String> values) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> parser.parse(values))
                .extracting(RefusedException::refusal)
                .extracting(Refusal::reason)
                .isEqualTo(Reason.RANGE);
    }
}
