package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.subject.TinyPeer.Asked;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetClockTest {

    @Test
    void itPostsTheSecondsToTheTemplate() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "")) {
            advance(peer, "/a/clock?advance={seconds}&unit=s");

            assertThat(peer.asked())
                    .extracting(asked -> asked.method() + " " + asked.target())
                    .containsExactly("POST /a/clock?advance=1740&unit=s");
            assertThat(peer.asked())
                    .extracting(Asked::headers)
                    .allSatisfy(headers -> assertThat(headers).containsEntry("Content-length", List.of("0")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void anySuccessWillDo(int status) throws IOException {
        try (TinyPeer peer = TinyPeer.answering(status, "")) {
            assertThatCode(() -> advance(peer, "/clock/{seconds}")).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void anyOtherAnswerIsAFailureOfTheInstrument(int status) throws IOException {
        try (TinyPeer peer = TinyPeer.answering(status, "")) {
            assertThatThrownBy(() -> advance(peer, "/clock/{seconds}"))
                    .isInstanceOf(InstrumentException.class)
                    .hasMessage("the clock answered %d when asked to advance by 1740 seconds; expected 2xx", status);
        }
    }

    @Test
    void aClockThatIsNotThereIsAFailureOfTheInstrument() throws IOException {
        TinyPeer gone = TinyPeer.answering(200, "");
        gone.close();

        assertThatThrownBy(() -> advance(gone, "/clock/{seconds}"))
                .isInstanceOf(InstrumentException.class)
                .hasMessageContaining("the clock answered no answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/clock", "http://{seconds}/clock", "host/{seconds}", "ftp://host/{seconds}"})
    void aTemplateThatCannotBeMeantIsRefused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetClock(template, Duration.ofSeconds(20), Tls.DEFAULT))
                .withMessageContaining("expected");
    }

    private static void advance(TinyPeer peer, String template) {
        try (TargetClock clock =
                new TargetClock(peer.endpoint().url() + template, Duration.ofSeconds(20), Tls.DEFAULT)) {
            clock.advance(Duration.ofMinutes(29));
        }
    }
}
