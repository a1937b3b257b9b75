package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "27, \\u001b",
        "0, \\u0000",
        "10, \\n",
        "13, \\r",
        "9, \\t",
        "127, \\u007f",
        "155, \\u009b",
        "8238, \\u202e",
        "8232, \\u2028",
        "55296, \\ud800",
        "65534, \\ufffe",
        "917505, \\udb40\\udc01"
    })
    void whatActsUnseenIsMadeVisible(int character, String shown) {
        assertThat(Printable.line("a" + new String(Character.toChars(character)) + "b"))
                .isEqualTo("a" + shown + "b");
    }

    @Test
    void whatCanBeReadIsLeftAlone() {
        String text = "bytes 0-49/100 \u2014 \u00fc \u65e5 \uD83D\uDE00 \\ <a> |";

        assertThat(Printable.line(text)).isEqualTo(text);
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Printable.line("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2))
                .isEqualTo("\uD83D\uDE00\uD83D\uDE00... (1 more characters)");
        assertThat(Printable.line("abc", 3)).isEqualTo("abc");
    }

    @Test
    void markdownHasNoStructureLeft() {
        assertThat(Printable.markdown("`a|b` <b>&amp; *x* [y](z) \\"))
                .isEqualTo("&#96;a&#124;b&#96; &#60;b&#62;&#38;amp; \\*x\\* \\[y\\](z) \\\\");
    }

    @Property
    void jsonMeansTheSame(@ForAll String text) {
        JsonMapper mapper = new JsonMapper();

        String json = Printable.json(mapper.writeValueAsString(text));

        assertThat(mapper.readValue(json, String.class)).isEqualTo(text);
        assertThat(Hostile.acts(json)).isFalse();
    }

    @Property
    void nothingThatActsIsLeft(@ForAll String text) {
        assertThat(Hostile.acts(Printable.line(text))).isFalse();
        assertThat(Hostile.acts(Printable.markdown(text, 10))).isFalse();
        assertThat(Printable.line(text)).doesNotContain("\n");
    }
}
