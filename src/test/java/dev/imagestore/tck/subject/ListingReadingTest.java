package dev.imagestore.tck.subject;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.subject.ListingReading.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingReadingTest {

    @Test
    void aListingIsRead() {
        ListingReading reading = reading(answered(200, listing("a\\\\one.bin")));

        assertThat(reading.state()).isEqualTo(State.LISTED);
        assertThat(reading.file("a/one.bin")).isPresent();
        assertThat(reading.file("a/one")).isEmpty();
        assertThat(reading.folder("A/Code")).isPresent();
    }

    @Test
    void aNameInTheSameCaseComesFirst() {
        ListingReading reading =
                ListingReading.of(List.of(answered(200, listing("a/ONE.bin")), answered(200, listing("a/one.bin"))));

        assertThat(reading.file("a/one.bin")).map(ListedFile::path).contains("a/one.bin");
        assertThat(reading.file("a/One.bin")).map(ListedFile::path).contains("a/ONE.bin");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 400, 301})
    void aRefusalIsNothing(int status) {
        assertThat(reading(answered(status, "")).state()).isEqualTo(State.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 500, 503})
    void anyOtherStatusSaysNothing(int status) {
        assertThat(reading(answered(status, listing("a"))).state()).isEqualTo(State.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "{\"StoreFiles\":{}}", "{\"StoreFiles\":[{}],\"StoreFolders\":[]}"})
    void whatHidesEntriesIsUnreadable(String body) {
        assertThat(reading(answered(200, body)).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void whatHidesNothingIsReadable() {
        ListingReading reading = reading(answered(200, listing("a").replace("\"10\"", "10")));

        assertThat(reading.state()).isEqualTo(State.LISTED);
        assertThat(reading.defects()).containsExactly("FileSize is a number, not a string");
    }

    @Test
    void aFileCountThatIsMissingIsNoDeparture() {
        ListingReading reading = reading(answered(200, listing("a").replace("FileCount", "Count")));

        assertThat(reading.defects()).containsExactly("FileCount is missing");
        assertThat(reading.departures()).isEmpty();
    }

    @Test
    void aListThatIsMissingHidesNothing() {
        ListingReading reading = reading(answered(200, "{\"StoreFiles\":[]}"));

        assertThat(reading.state()).isEqualTo(State.LISTED);
        assertThat(reading.departures()).containsExactly("StoreFolders is missing");
    }

    @Test
    void silenceIsUnreadable() {
        assertThat(reading(unanswered(Ending.TIMED_OUT)).state()).isEqualTo(State.UNREADABLE);
        assertThat(reading(brokenOff(Ending.CLOSED, 200, listing("a"))).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void aLaterPageThatIsNoneMakesTheWholeUnreadable() {
        ListingReading reading = ListingReading.of(List.of(answered(200, listing("a")), answered(500, "")));

        assertThat(reading.state()).isEqualTo(State.UNREADABLE);
        assertThat(reading.observed()).startsWith("200");
    }

    private static ListingReading reading(Exchange exchange) {
        return ListingReading.of(List.of(exchange));
    }

    private static String listing(String path) {
        return """
                {"StoreFiles":[{"StoreRelativePath":"%s","FileSize":"10","ModifiedDate":"2026-01-01T00:00:00Z",\
                "FileVersion":{"EpochDataLossNumber":"1","VersionNumber":"1","EpochConfigurationNumber":"1"}}],\
                "StoreFolders":[{"StoreRelativePath":"a/code","FileCount":"1"}]}""".formatted(path);
    }
}
