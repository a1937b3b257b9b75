package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.SessionReading.State;
import dev.imagestore.tck.subject.StoredFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final StoredFile ABSENT = new StoredFile.Absent();
    private static final StoredFile STORED = new StoredFile.Present(3, Optional.of("aa"), List.of());
    private static final StoredFile REPLACED = new StoredFile.Present(3, Optional.of("bb"), List.of());

    @Test
    void whatStaysAsItWasIsNoChange() {
        assertThat(seen(expecting("0-9"), STORED).changeTo(seen(expecting("0-9"), STORED)))
                .isEmpty();
    }

    @Test
    void aSessionThatExpectsOtherBytesIsAChange() {
        assertThat(seen(expecting("0-9"), ABSENT).changeTo(seen(expecting("5-9"), ABSENT)))
                .contains("before: a session for a/b, 10 bytes, that still expects 0-9; "
                        + "after: a session for a/b, 10 bytes, that still expects 5-9");
    }

    @Test
    void aFileThatAppearsIsAChange() {
        assertThat(seen(expecting("0-9"), ABSENT).changeTo(seen(expecting("0-9"), STORED)))
                .contains("before: no file; after: a file of 3 bytes, SHA-256 aa");
    }

    @Test
    void otherBytesOfTheSameLengthAreAChange() {
        assertThat(seen(expecting("0-9"), STORED).changeTo(seen(expecting("0-9"), REPLACED)))
                .isPresent();
    }

    @Test
    void bothChangesAreTold() {
        assertThat(seen(expecting("0-9"), STORED).changeTo(seen(expecting("5-9"), ABSENT)))
                .get()
                .asString()
                .contains("expects 5-9", "no file");
    }

    @Test
    void whatCannotBeSeenDoesNotChange() {
        Snapshot blind = new Snapshot(Optional.empty(), Optional.empty());

        assertThat(seen(expecting("0-9"), STORED).changeTo(blind)).isEmpty();
        assertThat(blind.changeTo(seen(expecting("0-9"), STORED))).isEmpty();
    }

    private static Snapshot seen(SessionReading session, StoredFile file) {
        return new Snapshot(Optional.of(session), Optional.of(file));
    }

    private static SessionReading expecting(String range) {
        SessionDescription session =
                new SessionDescription("a/b", "id", 10, Optional.empty(), List.of(ByteRange.parse(range)));
        return new SessionReading(State.KNOWN, Optional.of(session), List.of(), Optional.empty(), "200");
    }
}
