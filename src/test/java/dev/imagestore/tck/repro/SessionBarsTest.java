package dev.imagestore.tck.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionBarsTest {

    private static final String ID = "609dcc5c-2113-4767-916f-1c5cec666ddb";

    @Test
    void acceptedChunksAreReceivedAndRefusedOnesAreNot() {
        Evidence.Bar bar = bar(Optional.empty(), chunk("bytes 0-49/100", 200), chunk("bytes 50-99/100", 416));

        assertThat(bar.received()).extracting(Evidence.Interval::range).containsExactly("0-49");
        assertThat(bar.received().get(0).extent()).isEqualTo(500);
        assertThat(bar.missing()).as("not asked").isEmpty();
    }

    @Test
    void whatIsListedAgainstExpectationIsWrong() {
        RangeSet expected = RangeSet.of(new ByteRange(50, 99));
        Expectation proof = new Expectation.Missing(ID, expected, expected);

        Evidence.Bar bar = bar(Optional.of(proof), chunk("bytes 0-49/100", 200), query("40", "89"));

        assertThat(bar.missing().orElseThrow())
                .extracting(Evidence.Interval::range)
                .containsExactly("40-89");
        assertThat(bar.wrong()).extracting(Evidence.Interval::range).containsExactly("40-49", "90-99");
    }

    @Test
    void storedBytesThatDifferAreWrong() {
        RangeSet wrong = RangeSet.of(new ByteRange(7, 8));
        Expectation proof = new Expectation.RefusedOr(1, new Expectation.Stored("p", 100, "0".repeat(64), wrong));

        assertThat(bar(Optional.of(proof), chunk("bytes 0-99/100", 200)).wrong())
                .extracting(Evidence.Interval::range)
                .containsExactly("7-8");
    }

    @Test
    void aSessionOfWhichNothingIsKnownIsNotDrawn() {
        assertThat(bars(Optional.empty(), chunk("bytes 0-49/100", 413))).isEmpty();
        assertThat(bars(Optional.empty(), chunk("bytes */100", 200))).isEmpty();
    }

    private static Evidence.Bar bar(Optional<Expectation> proof, Exchange... exchanges) {
        return bars(proof, exchanges).get(0);
    }

    private static List<Evidence.Bar> bars(Optional<Expectation> proof, Exchange... exchanges) {
        return new SessionBars(new Reproduction("A-01/x", "A-01", "e", "o", proof, "", List.of(exchanges))).bars();
    }

    private static Exchange chunk(String range, int status) {
        return exchange("PUT", "/ImageStore/f/$/UploadChunk", List.of(new Header("Content-Range", range)), status, "");
    }

    private static Exchange query(String first, String last) {
        String body = """
                {"UploadSessions":[{"StoreRelativePath":"f","SessionId":"%s","FileSize":"100",
                "ModifiedDate":"2026-01-01T00:00:00Z","ExpectedRanges":[{"StartPosition":"%s","EndPosition":"%s"}]}]}
                """.formatted(ID, first, last);
        return exchange("GET", "/ImageStore/$/GetUploadSession", List.of(), 200, body);
    }

    private static Exchange exchange(String method, String path, List<Header> headers, int status, String body) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        return new Exchange(
                1,
                "A-01/x",
                1,
                Instant.EPOCH,
                new SentRequest(
                        method, path + "?api-version=6.0&session-id=" + ID, headers, -1, BodyDigest.EMPTY, true),
                Optional.of(new Answer(status, "", List.of(), BodyDigest.of(octets), octets)),
                Ending.COMPLETE,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO);
    }
}
