package dev.imagestore.tck.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.protocol.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunScriptTest {

    private static final BodyDigest BODY = BodyDigest.of(new byte[10]);

    @Test
    void aSecretIsAskedForAndNeverWritten() {
        String script = script(put(1, Ending.COMPLETE, new Header("Authorization", "***")));

        assertThat(script).contains("secrets 'Authorization'").doesNotContain("***");
    }

    @Test
    void theLengthIsCurlsUnlessTheBodyIsCut() {
        Header length = new Header("Content-Length", "10");
        Header longer = new Header("Content-Length", "20");

        assertThat(script(put(1, Ending.COMPLETE, length))).doesNotContain("-H \"Content-Length");
        assertThat(script(put(1, Ending.CUT, longer))).contains("cut_off 1 PUT").contains("-H \"Content-Length: 20\"");
    }

    @Test
    void framingOfItsOwnGoesOverASocket() {
        assertThat(script(put(1, Ending.CUT, new Header("Transfer-Encoding", "chunked"))))
                .contains("raw 1 PUT \"/ImageStore/f\" \"$here/chunk-1.bin\" \"Transfer-Encoding: chunked\"");
    }

    @Test
    void requestsThatWereInFlightTogetherAreSoAgain() {
        assertThat(script(put(1, Ending.COMPLETE), put(2, Ending.COMPLETE)))
                .containsPattern("send 1 .* &\nsend 2 .* &\nwait\n");
    }

    @Test
    void octetsBeyondAsciiAreEscapes() {
        assertThat(script(put(1, Ending.COMPLETE, new Header("X", "a\u00e9'")))).contains("-H $'X: a\\xe9\\x27'");
    }

    @Test
    void anEmptyFieldIsSent() {
        assertThat(script(put(1, Ending.COMPLETE, new Header("Content-Range", ""))))
                .contains("-H \"Content-Range;\"");
    }

    @Test
    void aHostileObservationIsOneQuotedWord() {
        Reproduction hostile = new Reproduction(
                "A-01/x", "A-01 text\n; rm -rf /", "x'; id; '\n`id`", "y", Optional.empty(), "", List.of());

        String script = new RunScript(hostile, surroundings()).text("");

        assertThat(script)
                .contains("expected='x'\\''; id; '\\'' `id`'")
                .contains("# A-01 text ; rm -rf /")
                .contains("undecided 'no check outside the suite");
    }

    private static String script(Exchange... exchanges) {
        Expectation proof = new Expectation.Answered(1, Expectation.Answer.REFUSED);
        return new RunScript(
                        new Reproduction("A-01/x", "A-01 text", "e", "o", Optional.of(proof), "", List.of(exchanges)),
                        surroundings())
                .text("");
    }

    private static Surroundings surroundings() {
        return new Surroundings("http://h:1/base", Optional.empty(), "tck-r", Path.of("bodies"), "0.1");
    }

    private static Exchange put(long number, Ending ending, Header... headers) {
        return new Exchange(
                number,
                "A-01/x",
                1,
                Instant.EPOCH,
                new SentRequest("PUT", "/base/ImageStore/f", List.of(headers), 10, BODY, true),
                Optional.empty(),
                ending,
                Optional.empty(),
                Duration.ZERO,
                Duration.ofSeconds(1));
    }
}
