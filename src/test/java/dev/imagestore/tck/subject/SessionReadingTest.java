package dev.imagestore.tck.subject;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionReadingTest {

    private static final String ID = "6a09e667-bb67-4ae8-bc6e-372fe94f82b0";
    private static final String OTHER = "00000000-bb67-4ae8-bc6e-372fe94f82b0";

    @Test
    void aDescribedSessionIsKnown() {
        SessionReading reading = reading(answered(200, sessions(entry(ID, "10", "99"))));

        assertThat(reading.state()).isEqualTo(State.KNOWN);
        assertThat(reading.session())
                .contains(new SessionDescription(
                        "a/b",
                        ID,
                        100,
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        List.of(new ByteRange(10, 99))));
        assertThat(reading).hasToString("a session for a/b, 100 bytes, that still expects 10-99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{6A09E667-BB67-4AE8-BC6E-372FE94F82B0}", "(6a09e667-bb67-4ae8-bc6e-372fe94f82b0)"})
    void theFormOfTheIdDoesNotMatter(String written) {
        assertThat(reading(answered(200, sessions(entry(written, "10", "99")))).state())
                .isEqualTo(State.KNOWN);
    }

    @Test
    void noContentIsNoSession() {
        assertThat(reading(answered(204, "")).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void anEmptyListIsNoSession() {
        assertThat(reading(answered(200, sessions(""))).state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void aRefusalIsNoSession(int status) {
        assertThat(reading(answered(status, "no")).state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 500, 503})
    void anyOtherStatusSaysNothing(int status) {
        assertThat(reading(answered(status, "")).state()).isEqualTo(State.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "{}", "{\"UploadSessions\":null}", "{\"UploadSessions\":[{}]}"})
    void garbageSaysNothing(String body) {
        assertThat(reading(answered(200, body)).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void anotherSessionsEntryIsNotTakenForIt() {
        SessionReading reading = reading(answered(200, sessions(entry(OTHER, "10", "99"))));

        assertThat(reading.state()).isEqualTo(State.UNREADABLE);
        assertThat(reading.session()).isEmpty();
    }

    @Test
    void silenceSaysNothing() {
        assertThat(reading(unanswered(Ending.TIMED_OUT)).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void anAnswerThatBrokeOffSaysNothing() {
        assertThat(reading(brokenOff(Ending.CLOSED, 404, "n")).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void readingsAreTheSameWhenTheyMeanTheSame() {
        SessionReading one = reading(answered(200, sessions(entry(ID, "10", "99"))));
        SessionReading split = reading(
                answered(200, sessions(entry(ID, "10", "49\"},{\"StartPosition\":\"50\",\"EndPosition\":\"99"))));

        assertThat(one.sameAs(split)).isTrue();
    }

    @Test
    void readingsDifferWhenOtherBytesAreMissing() {
        SessionReading one = reading(answered(200, sessions(entry(ID, "10", "99"))));

        assertThat(one.sameAs(reading(answered(200, sessions(entry(ID, "20", "99"))))))
                .isFalse();
    }

    @Test
    void aSessionThatIsGoneIsAnotherReading() {
        SessionReading one = reading(answered(200, sessions(entry(ID, "10", "99"))));

        assertThat(one.sameAs(reading(answered(404, "")))).isFalse();
    }

    @Test
    void allWaysToSayThatThereIsNoneAreTheSame() {
        assertThat(reading(answered(204, "")).sameAs(reading(answered(404, "no"))))
                .isTrue();
    }

    private static SessionReading reading(Exchange exchange) {
        return SessionReading.of(ID, exchange, Optional.empty());
    }

    private static String sessions(String entries) {
        return "{\"UploadSessions\":[" + entries + "]}";
    }

    private static String entry(String id, String first, String last) {
        return """
                {"StoreRelativePath":"a/b","SessionId":"%s","FileSize":"100","ModifiedDate":"2026-01-01T00:00:00Z",\
                "ExpectedRanges":[{"StartPosition":"%s","EndPosition":"%s"}]}""".formatted(id, first, last);
    }
}
