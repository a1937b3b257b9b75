package dev.imagestore.tck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarTest {

    private static final byte[] BODY = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void anExchangeIsAnEntry() {
        JsonNode entry = entry(exchange(Optional.of(answer("{\"x\":1}".getBytes(StandardCharsets.UTF_8)))));

        assertThat(entry.path("startedDateTime").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(entry.path("time").asDouble()).isEqualTo(2.5);
        assertThat(entry.at("/timings/send").asDouble()).isEqualTo(0.5);
        assertThat(entry.at("/request/method").asString()).isEqualTo("PUT");
        assertThat(entry.at("/request/url").asString()).isEqualTo("http://h:1/a?x=1&y");
        assertThat(entry.at("/request/queryString/0/value").asString()).isEqualTo("1");
        assertThat(entry.at("/request/queryString/1/name").asString()).isEqualTo("y");
        assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(10);
        assertThat(entry.at("/_imagestore/sha256").asString())
                .isEqualTo(BodyDigest.of(BODY).sha256());
        assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/response/content/text").asString()).isEqualTo("{\"x\":1}");
        assertThat(entry.path("comment").asString()).isEqualTo("CR-07/first");
    }

    @Test
    void withoutAnAnswerTheStatusIsZero() {
        JsonNode entry = entry(exchange(Optional.empty()));

        assertThat(entry.at("/response/status").asInt()).isZero();
        assertThat(entry.at("/_imagestore/ending").asString()).isEqualTo("CUT");
    }

    @Test
    void octetsThatAreNoTextGoAsBase64() {
        JsonNode entry = entry(exchange(Optional.of(answer(new byte[] {(byte) 0xC3, 0x28}))));

        assertThat(entry.at("/response/content/encoding").asString()).isEqualTo("base64");
        assertThat(entry.at("/response/content/text").asString()).isEqualTo("wyg=");
    }

    private static Answer answer(byte[] body) {
        return new Answer(200, "OK", List.of(new Header("Content-Type", "x/y")), BodyDigest.of(body), body);
    }

    private static Exchange exchange(Optional<Answer> answer) {
        return new Exchange(
                7,
                "CR-07/first",
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                new SentRequest(
                        "PUT",
                        "/a?x=1&y",
                        List.of(new Header("Content-Range", "bytes 0-9/10")),
                        10,
                        BodyDigest.of(BODY),
                        true),
                answer,
                answer.isPresent() ? Ending.COMPLETE : Ending.CUT,
                Optional.empty(),
                Duration.ofNanos(500_000),
                Duration.ofNanos(2_500_000));
    }

    private static JsonNode entry(Exchange exchange) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Har.write(Stream.of(exchange), request -> "http://h:1", "0.1", Har.Bodies.NAMED, out);
        JsonNode log = new JsonMapper().readTree(out.toByteArray()).path("log");
        assertThat(log.path("version").asString()).isEqualTo("1.2");
        return log.path("entries").path(0);
    }
}
