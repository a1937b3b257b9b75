package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Tally.Finding;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.SessionReading.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        SessionDescription session = new SessionDescription("a/b", "id", 100, ranges);
        return new SessionReading(State.KNOWN, Optional.of(session), defects, Optional.empty(), "200");
    }
}
