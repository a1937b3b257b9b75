package dev.imagestore.tck.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final byte[] BODY = "größe".getBytes(UTF_8);

    @Test
    void headersAreFoundWithoutCase() {
        List<Header> headers = List.of(new Header("Via", "a"), new Header("VIA", "b"));

        Answer answer = new Answer(200, "OK", headers, BodyDigest.EMPTY, Kept.NOTHING);

        assertThat(answer.header("via")).contains("a");
        assertThat(answer.headers("via")).containsExactly("a", "b");
        assertThat(answer.header("Date")).isEmpty();
    }

    @Test
    void keptOctetsCannotBeChanged() {
        byte[] octets = BODY.clone();
        Answer answer = new Answer(200, "OK", List.of(), BodyDigest.of(BODY), octets);

        octets[0] = 0;
        answer.bytes()[0] = 0;

        assertThat(answer.text()).isEqualTo("größe");
        assertThat(answer).isEqualTo(new Answer(200, "OK", List.of(), BodyDigest.of(BODY), BODY));
    }

    @Test
    void aShorterBeginningIsTruncatedButARedactedWholeIsNot() {
        Answer beginning = new Answer(200, "OK", List.of(), BodyDigest.of(BODY), new byte[2]);
        Answer redacted = new Answer(200, "OK", List.of(), BodyDigest.of(BODY), Kept.of(new byte[2], BODY.length));

        assertThat(beginning.truncated()).isTrue();
        assertThat(redacted.truncated()).isFalse();
    }
}
