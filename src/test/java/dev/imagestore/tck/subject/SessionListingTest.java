package dev.imagestore.tck.subject;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading.State;
import org.junit.jupiter.api.Test;

class SessionListingTest {

    private static final String ENTRY = """
            {"StoreRelativePath":"a/b","SessionId":"%s","FileSize":"100","ModifiedDate":"2026-01-01T00:00:00Z",\
            "ExpectedRanges":[]}""";

    @Test
    void everyEntryIsASession() {
        SessionListing listing =
                SessionListing.of(answered(200, sessions(ENTRY.formatted("one") + "," + ENTRY.formatted("two"))));

        assertThat(listing.state()).isEqualTo(State.KNOWN);
        assertThat(listing.sessions()).extracting(SessionDescription::sessionId).containsExactly("one", "two");
        assertThat(listing).hasToString("the sessions one for a/b, two for a/b");
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsADefectOfTheList() {
        SessionListing listing = SessionListing.of(answered(200, sessions(ENTRY.formatted("one") + ",{}")));

        assertThat(listing.sessions()).hasSize(1);
        assertThat(listing.defects()).contains("SessionId is missing");
    }

    @Test
    void anEmptyListAndNoContentAreNoSessions() {
        assertThat(SessionListing.of(answered(200, sessions(""))).state()).isEqualTo(State.UNKNOWN);
        assertThat(SessionListing.of(answered(204, ""))).hasToString("no sessions (204)");
    }

    @Test
    void garbageAndSilenceSayNothing() {
        assertThat(SessionListing.of(answered(200, "{}")).state()).isEqualTo(State.UNREADABLE);
        assertThat(SessionListing.of(unanswered(Ending.TIMED_OUT)))
                .hasToString("no list of sessions (no answer (timed out))");
    }

    private static String sessions(String entries) {
        return "{\"UploadSessions\":[" + entries + "]}";
    }
}
