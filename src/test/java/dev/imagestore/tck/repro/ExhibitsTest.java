package dev.imagestore.tck.repro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.SentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExhibitsTest {

    private static final Exhibits EXHIBITS =
            new Exhibits(new Surroundings("http://h", Optional.empty(), "run/", Path.of("bodies"), "1"));

    @Test
    void anAnswerIsNamedAndShownAtItsEnds() {
        byte[] body = ("<secret>" + "x".repeat(100) + "\n<end>").getBytes(UTF_8);

        assertThat(received(new Answer(400, "", List.of(), BodyDigest.of(body), body)))
                .startsWith("114 bytes, SHA-256 " + BodyDigest.of(body).sha256() + "\nfirst bytes 3c736563726574")
                .contains("  <secret>" + "x".repeat(24) + "\nlast bytes  ")
                .endsWith("  " + "x".repeat(26) + ".<end>");
    }

    @Test
    void theEndOfAnAnswerThatWasNotKeptIsNotMadeUp() {
        byte[] body = "x".repeat(100).getBytes(UTF_8);

        assertThat(received(new Answer(200, "", List.of(), BodyDigest.of(body), Arrays.copyOf(body, 40))))
                .contains("first bytes 7878")
                .doesNotContain("last bytes");
    }

    private static String received(Answer answer) {
        Exchange exchange = new Exchange(
                1,
                "CHK-01/a",
                1,
                Instant.EPOCH,
                new SentRequest("GET", "/ImageStore", List.of(), -1, BodyDigest.EMPTY, true),
                Optional.of(answer),
                Ending.COMPLETE,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO);
        Reproduction reproduction =
                new Reproduction("CHK-01/a", "CHK-01", "", "", Optional.empty(), "", List.of(exchange));
        return EXHIBITS.of(reproduction).steps().get(0).received();
    }
}
