package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Tally.Finding;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.ListingReading;
import dev.imagestore.tck.subject.SessionListing;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.SessionReading.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final String GOOD = "{\"Error\":{\"Code\":\"E_INVALIDARG\"}}";

    private final Ledger ledger = new Ledger();

    @Test
    void aFabricErrorHolds() {
        ledger.exchanged(answered(400, GOOD));

        assertHeld(ledger.errorBodies());
        assertHeld(ledger.errorCodes());
    }

    @Test
    void anErrorOfAnotherShapeIsFound() {
        ledger.exchanged(answered(400, "<html>"));

        assertThat(ledger.errorBodies().findings()).containsExactly(new Finding("CR-07/a-case", 7, "400 \"<html>\""));
        assertThat(ledger.errorCodes().seen()).isZero();
    }

    @Test
    void aFabricErrorWithoutACodeIsFound() {
        ledger.exchanged(answered(400, "{\"Error\":{\"Message\":\"no\"}}"));

        assertHeld(ledger.errorBodies());
        assertThat(ledger.errorCodes().findings())
                .containsExactly(new Finding("CR-07/a-case", 7, "400 \"{\"Error\":{\"Message\":\"no\"}}\""));
    }

    @Test
    void aLongErrorIsFoundByItsBeginning() {
        ledger.exchanged(answered(400, "{\"Error\":{\"Message\":\"%s\"}}".formatted("x".repeat(100_000))));

        assertThat(ledger.errorCodes().findings().get(0).observed()).hasSizeLessThan(100);
    }

    @Test
    void anErrorWithoutABodyIsNotLookedAt() {
        ledger.exchanged(answered(400, ""));

        assertThat(ledger.errorBodies().seen()).isZero();
    }

    @Test
    void aSuccessIsNoError() {
        ledger.exchanged(answered(200, "<html>"));

        assertThat(ledger.errorBodies().seen()).isZero();
    }

    @Test
    void anErrorThatBrokeOffIsNotLookedAt() {
        ledger.exchanged(brokenOff(Ending.CLOSED, 400, "{\"Err"));

        assertThat(ledger.errorBodies().seen()).isZero();
    }

    @Test
    void aPropertyIsCountedWhereItConcernsTheAnswer() {
        AnswerProperty named = AnswerProperty.saidAs("had a name for its code if it was a FabricError");

        ledger.exchanged(answered(200, ""));
        ledger.exchanged(answered(400, GOOD));

        assertHeld(ledger.of(named));
    }

    @Test
    void aPropertyThatAnAnswerLacksIsFound() {
        ledger.exchanged(answered(416, GOOD));

        assertThat(ledger.of(AnswerProperty.saidAs("was not 416")).findings())
                .containsExactly(new Finding("CR-07/a-case", 7, "416 E_INVALIDARG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP-04/a", "URI-12/a", "SEC-06/a", "CR-33/a", "SID-06/a"})
    void whatIsAnsweredBelowTheApiIsNotLookedAt(String caseId) {
        ledger.exchanged(answered(caseId, 400, "<html>"));

        assertThat(ledger.errorBodies().seen()).isZero();
        assertThat(ledger.of(AnswerProperty.DECLARED_AS_JSON).seen()).isZero();
    }

    @Test
    void anAnswerWithoutAValidatorHolds() {
        ledger.exchanged(answered(200, ""));

        assertHeld(ledger.of(AnswerProperty.saidAs("had no validator")));
    }

    @ParameterizedTest
    @CsvSource({"ETag, \"x\"", "Last-Modified, 'Tue, 24 Nov 2026 00:00:00 GMT'"})
    void aValidatorIsFound(String name, String value) {
        ledger.exchanged(answered(200, "", new Header(name, value)));

        assertThat(ledger.of(AnswerProperty.saidAs("had no validator")).findings())
                .extracting(Finding::observed)
                .containsExactly("200 with " + name);
    }

    @Test
    void aWellDescribedSessionHolds() {
        ledger.read(described(List.of(), "0-9", "20-29"), "QRY-01/a", 3);

        assertHeld(ledger.descriptions());
        assertHeld(ledger.rangeLists());
    }

    @Test
    void aDefectOfADescriptionIsFound() {
        ledger.read(described(List.of("FileSize is a number, not a string"), "0-9"), "QRY-01/a", 3);

        assertThat(ledger.descriptions().findings())
                .containsExactly(new Finding("QRY-01/a", 3, "FileSize is a number, not a string"));
        assertHeld(ledger.rangeLists());
    }

    @Test
    void aListThatIsNotNormalIsFound() {
        ledger.read(described(List.of(), "20-29", "0-9"), "QRY-01/a", 3);

        assertThat(ledger.rangeLists().findings())
                .extracting(Finding::observed)
                .containsExactly("the list [20-29, 0-9]");
    }

    @Test
    void aSessionThatIsNotThereIsNotLookedAt() {
        ledger.read(
                new SessionReading(State.UNKNOWN, Optional.empty(), List.of(), Optional.empty(), "404"), "QRY-01/a", 3);

        assertThat(ledger.descriptions().seen() + ledger.rangeLists().seen()).isZero();
    }

    @Test
    void everySessionOfAListingIsLookedAt() {
        SessionDescription orderly =
                described(List.of(), "0-9", "20-29").session().orElseThrow();
        SessionDescription disorderly =
                described(List.of(), "20-29", "0-9").session().orElseThrow();

        ledger.read(new SessionListing(State.KNOWN, List.of(orderly, disorderly), List.of(), "200"), "QRY-06/a", 3);

        assertHeld(ledger.descriptions());
        assertThat(ledger.rangeLists().seen()).isEqualTo(2);
        assertThat(ledger.rangeLists().findings())
                .extracting(Finding::observed)
                .containsExactly("the list [20-29, 0-9]");
    }

    @Test
    void aRefusalThatChangesNothingHolds() {
        ledger.refusedChunk(Optional.empty(), "CHK-18/a", 3);

        assertHeld(ledger.refusedChunks());
    }

    @Test
    void aRefusalThatChangesSomethingIsFound() {
        ledger.refusedChunk(Optional.of("before: x; after: y"), "CHK-18/a", 3);

        assertThat(ledger.refusedChunks().findings())
                .containsExactly(new Finding("CHK-18/a", 3, "before: x; after: y"));
        assertThat(ledger.refusedChunks().seen()).isEqualTo(1);
    }

    private static void assertHeld(Tally tally) {
        assertThat(tally.seen()).isEqualTo(1);
        assertThat(tally.findings()).isEmpty();
    }

    private static SessionReading described(List<String> defects, String... listed) {
        List<ByteRange> ranges = Arrays.stream(listed).map(ByteRange::parse).toList();
        SessionDescription session = new SessionDescription("a/b", "id", 100, Optional.empty(), ranges);
        return new SessionReading(State.KNOWN, Optional.of(session), defects, Optional.empty(), "200");
    }

    @Test
    void aListingAsDocumentedHolds() {
        ledger.listed(listing("app\\one.bin", "app\\two.bin"), "GET-01/a", 3);

        assertHeld(ledger.listings());
        assertThat(ledger.separators().findings()).isEmpty();
        assertThat(ledger.separators().seen()).isEqualTo(2);
    }

    @Test
    void whatIsNotDocumentedInAListingIsFound() {
        ledger.listed(
                listing(ListingReading.State.LISTED, List.of("FileSize is a number, not a string"), "app"),
                "GET-01/a",
                3);

        assertThat(ledger.listings().findings())
                .containsExactly(new Finding("GET-01/a", 3, "FileSize is a number, not a string"));
    }

    @Test
    void aPathWithTheOtherSeparatorIsFound() {
        ledger.listed(listing("app\\one.bin"), "GET-01/a", 3);
        ledger.listed(listing("app/two.bin"), "GET-01/b", 4);
        ledger.listed(listing("three.bin"), "GET-01/c", 5);

        assertThat(ledger.separators().findings()).containsExactly(new Finding("GET-01/b", 4, "the path app/two.bin"));
    }

    @Test
    void aPathWithBothSeparatorsIsFound() {
        ledger.listed(listing("app\\code/one.bin"), "GET-01/a", 3);

        assertThat(ledger.separators().findings()).hasSize(1);
    }

    private static ListingReading listing(String... paths) {
        return listing(ListingReading.State.LISTED, List.of(), paths);
    }

    private static ListingReading listing(ListingReading.State state, List<String> defects, String... paths) {
        List<ListedFile> files = Arrays.stream(paths)
                .map(path -> new ListedFile(path, Optional.of(1L), Optional.empty()))
                .toList();
        return new ListingReading(state, answered(200, ""), files, List.of(), defects);
    }
}
