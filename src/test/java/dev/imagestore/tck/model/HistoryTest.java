package dev.imagestore.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History(true);
    private long numbers;

    @Test
    void anAcceptedChunkIsReceived() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);

        assertThat(complaint("s", described("s", "50-99"))).isEmpty();
        assertThat(complaint("s", described("s", "0-99"))).contains("it still expects bytes that were received: 0-49");
        assertThat(complaint("s", described("s")))
                .contains("it no longer expects bytes that no whole chunk brought: 50-99");
        assertThat(complaint("s", Optional.empty())).contains("the session is not there");
    }

    @Test
    void ofTwoFilesAtOnceOneBelowTheOtherTheOrderDecides() {
        done(new Action.Chunk("s", "a/b", 0, 9, 10, 10, 1), Fate.ACCEPTED);
        done(new Action.Chunk("t", "a/b/c", 0, 9, 10, 10, 2), Fate.ACCEPTED);
        done(new Action.Chunk("u", "a/bc", 0, 9, 10, 10, 3), Fate.ACCEPTED);
        history.begin(50, new Action.Commit("s"));
        history.begin(51, new Action.Commit("u"));
        history.begin(52, new Action.Commit("t"));

        assertThat(history.raced(50)).isTrue();
        assertThat(history.raced(51)).isFalse();
        history.end(50, Fate.ACCEPTED);
        assertThat(history.raced(52)).isTrue();
        history.end(52, Fate.REFUSED);
        history.begin(53, new Action.Commit("t"));
        assertThat(history.raced(53)).isFalse();
        history.begin(54, new Action.PutFile("a", 1, 4));
        assertThat(history.raced(53)).isTrue();
        assertThat(history.raced(54)).isTrue();
    }

    @Test
    void aRefusedChunkIsNot() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);
        done(chunk("s", 50, 99, 100), Fate.REFUSED);

        assertThat(complaint("s", described("s", "50-99"))).isEmpty();
        assertThat(complaint("s", described("s"))).isPresent();
    }

    @Test
    void aSessionIsNotOfThePathOfAChunkThatItRefused() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);
        done(new Action.Chunk("s", "elsewhere", 0, 49, 100, 50, 2), Fate.REFUSED);
        history.begin(++numbers, new Action.QueryPath("elsewhere"));

        assertThat(history.complaint(numbers, List.of())).isEmpty();
    }

    @Test
    void aChunkInFlightCountsAsAWholeOrNotAtAll() {
        done(chunk("s", 0, 9, 100), Fate.ACCEPTED);
        history.begin(++numbers, chunk("s", 10, 49, 100));

        assertThat(complaint("s", described("s", "10-99"))).isEmpty();
        assertThat(complaint("s", described("s", "50-99"))).isEmpty();
        assertThat(complaint("s", described("s", "30-99"))).isPresent();
    }

    @Test
    void aChunkAnsweredWhileTheQueryWasOnItsWayCountsOrNot() {
        done(chunk("s", 0, 9, 100), Fate.ACCEPTED);
        history.begin(50, chunk("s", 10, 49, 100));
        history.begin(51, new Action.QuerySession("s"));
        history.end(50, Fate.ACCEPTED);

        AllowedSession allowed = history.answers(51);
        assertThat(allowed.complaint(described("s", "10-99"))).isEmpty();
        assertThat(allowed.complaint(described("s", "50-99"))).isEmpty();
    }

    @Test
    void anUnansweredChunkMayCountForEverAndACutOneNever() {
        done(chunk("s", 0, 9, 100), Fate.UNKNOWN);
        done(chunk("t", 0, 9, 100), Fate.CUT);

        assertThat(complaint("s", described("s", "0-99"))).isEmpty();
        assertThat(complaint("s", described("s", "10-99"))).isEmpty();
        assertThat(complaint("s", Optional.empty())).isEmpty();
        assertThat(complaint("t", described("t", "0-99"))).isEmpty();
        assertThat(complaint("t", Optional.empty())).isEmpty();
        assertThat(complaint("t", described("t", "10-99"))).isPresent();
    }

    @Test
    void anEndedSessionIsGoneAndACommittedOneMayBeDescribedAsComplete() {
        done(chunk("s", 0, 99, 100), Fate.ACCEPTED);
        done(chunk("t", 0, 99, 100), Fate.ACCEPTED);
        done(new Action.Commit("s"), Fate.ACCEPTED);
        done(new Action.DropSession("t"), Fate.ACCEPTED);

        assertThat(complaint("s", Optional.empty())).isEmpty();
        assertThat(complaint("s", described("s"))).isEmpty();
        assertThat(complaint("s", described("s", "0-99"))).isPresent();
        assertThat(complaint("t", Optional.empty())).isEmpty();
        assertThat(complaint("t", described("t"))).isPresent();
    }

    @Test
    void aChunkAfterTheDeletionBeginsAnew() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);
        done(new Action.DropSession("s"), Fate.ACCEPTED);
        done(chunk("s", 50, 99, 100), Fate.ACCEPTED);

        assertThat(complaint("s", described("s", "0-49"))).isEmpty();
        assertThat(complaint("s", described("s"))).isPresent();
    }

    @Test
    void aQueryByPathListsTheSessionsOfThatPath() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);
        done(chunk("t", 0, 9, 100), Fate.ACCEPTED);
        history.begin(90, new Action.QueryPath("f"));

        SessionDescription s = described("s", "50-99").orElseThrow();
        SessionDescription t = described("t", "10-99").orElseThrow();
        assertThat(history.complaint(90, List.of(t, s))).isEmpty();
        assertThat(history.complaint(90, List.of(s)))
                .hasValueSatisfying(c -> assertThat(c).contains("session t"));
        assertThat(history.complaint(90, List.of(s, t, s)))
                .hasValueSatisfying(c -> assertThat(c).contains("twice"));
        assertThat(history.complaint(90, List.of(s, t, described("u", "0-99").orElseThrow())))
                .isPresent();
    }

    @Test
    void aCommitPublishesAndReplaces() {
        done(new Action.Chunk("s", "f", 0, 9, 10, 10, 7), Fate.ACCEPTED);
        assertThat(history.candidates("f")).containsExactly(new Content.Absent());

        done(new Action.Commit("s"), Fate.ACCEPTED);
        Content first = history.candidates("f").get(0);
        done(new Action.PutFile("f", 3, 8), Fate.ACCEPTED);

        assertThat(first).isEqualTo(file(10, segment("0-9", new Content.Source(7, 0))));
        assertThat(history.candidates("f")).containsExactly(file(3, segment("0-2", new Content.Source(8, 0))));
        assertThat(history.replaced("f")).containsExactly(first);
    }

    @Test
    void aRefusedCommitChangesNothingAndAnUnansweredOneMay() {
        done(new Action.PutFile("f", 3, 8), Fate.ACCEPTED);
        done(new Action.Chunk("s", "f", 0, 9, 10, 10, 7), Fate.ACCEPTED);
        done(new Action.Commit("s"), Fate.REFUSED);
        assertThat(history.candidates("f")).hasSize(1);

        done(new Action.Commit("s"), Fate.UNKNOWN);
        assertThat(history.candidates("f")).hasSize(2);
    }

    @Test
    void ofTwoWritesAtATimeEitherMayWin() {
        history.begin(50, new Action.PutFile("f", 3, 1));
        history.begin(51, new Action.PutFile("f", 3, 2));
        history.end(50, Fate.ACCEPTED);
        history.end(51, Fate.ACCEPTED);
        assertThat(history.candidates("f")).hasSize(2);

        done(new Action.DeleteContent("f"), Fate.ACCEPTED);
        assertThat(history.candidates("f")).containsExactly(new Content.Absent());
    }

    @Test
    void deletingAFolderDeletesWhatIsBelowAndNothingElse() {
        done(new Action.PutFile("a/b", 3, 1), Fate.ACCEPTED);
        done(new Action.PutFile("ab", 3, 2), Fate.ACCEPTED);
        done(new Action.Copy("a", "c", true), Fate.ACCEPTED);
        done(new Action.DeleteContent("a"), Fate.ACCEPTED);

        assertThat(history.candidates("a/b")).containsExactly(new Content.Absent());
        assertThat(history.candidates("ab").get(0)).isInstanceOf(Content.File.class);
        assertThat(history.candidates("c/b")).containsExactly(file(3, segment("0-2", new Content.Source(1, 0))));
    }

    @Test
    void aCopyThatLooksForMarksMayLeaveOutFiles() {
        done(new Action.PutFile("a/b", 3, 1), Fate.ACCEPTED);
        done(new Action.Copy("a", "c", false), Fate.ACCEPTED);

        assertThat(history.candidates("c/b"))
                .containsExactlyInAnyOrder(new Content.Absent(), file(3, segment("0-2", new Content.Source(1, 0))));
    }

    @Test
    void whatOverlapsMayComeFromEitherChunk() {
        done(new Action.Chunk("s", "f", 0, 5, 10, 6, 1), Fate.ACCEPTED);
        done(new Action.Chunk("s", "f", 4, 9, 10, 6, 2), Fate.ACCEPTED);
        done(new Action.Commit("s"), Fate.ACCEPTED);

        assertThat(history.candidates("f"))
                .containsExactly(file(
                        10,
                        segment("0-3", new Content.Source(1, 0)),
                        segment("4-5", new Content.Source(1, 4), new Content.Source(2, 0)),
                        segment("6-9", new Content.Source(2, 2))));
    }

    @Test
    void whatNoChunkBroughtAndWhatWasTooShortIsNotKnown() {
        done(new Action.Chunk("s", "f", 0, 4, 10, 3, 1), Fate.ACCEPTED);
        done(new Action.Commit("s"), Fate.ACCEPTED);

        Content.File file = (Content.File) history.candidates("f").get(0);
        assertThat(file.known()).isFalse();
        assertThat(file.segments()).allMatch(segment -> segment.sources().isEmpty());
    }

    @Test
    void overlappingChunksInFlightRaceAndOthersDoNot() {
        history.begin(50, chunk("s", 0, 9, 100));
        history.begin(51, chunk("s", 5, 14, 100));
        history.begin(52, chunk("s", 20, 29, 100));

        assertThat(history.raced(50)).isTrue();
        assertThat(history.raced(52)).isFalse();
        history.end(50, Fate.ACCEPTED);
        assertThat(history.raced(51)).isTrue();

        history.begin(53, new Action.Commit("s"));
        assertThat(history.raced(52)).isTrue();
        assertThat(history.raced(53)).isTrue();
    }

    @Test
    void ofASessionThatReceivedSomethingOddNothingIsKnown() {
        done(new Action.OddChunk("s", "f"), Fate.REFUSED);
        assertThat(complaint("s", described("s", "0-99"))).isPresent();

        done(new Action.OddChunk("s", "f"), Fate.ACCEPTED);
        assertThat(complaint("s", described("s", "0-99"))).isEmpty();
        assertThat(complaint("s", Optional.empty())).isEmpty();

        done(new Action.Commit("s"), Fate.ACCEPTED);
        assertThat(history.candidates("f")).contains(new Content.Unknown());
    }

    @Test
    void aChunkAfterACutOneIsKnownToFollowIt() {
        done(chunk("s", 0, 49, 100), Fate.CUT);
        history.begin(50, chunk("s", 40, 59, 100));
        history.begin(51, chunk("s", 60, 69, 100));

        assertThat(history.followsCut(50)).isTrue();
        assertThat(history.followsCut(51)).isFalse();
    }

    @Test
    void whereChunksWereCutIsKnownOfTheFileThatLiesThere() {
        done(chunk("s", 0, 49, 100), Fate.CUT);
        assertThat(history.cutIn("s")).isEqualTo(RangeSet.of(new ByteRange(0, 49)));
        assertThat(history.cutAt("f")).isEqualTo(RangeSet.EMPTY);

        done(chunk("s", 0, 99, 100), Fate.ACCEPTED);
        done(new Action.Commit("s"), Fate.ACCEPTED);
        assertThat(history.cutIn("s")).isEqualTo(RangeSet.EMPTY);
        assertThat(history.cutAt("f")).isEqualTo(RangeSet.of(new ByteRange(0, 49)));

        done(new Action.PutFile("f", 5, 1), Fate.ACCEPTED);
        assertThat(history.cutAt("f")).isEqualTo(RangeSet.EMPTY);
    }

    private void done(Action action, Fate fate) {
        history.begin(++numbers, action);
        history.end(numbers, fate);
    }

    @Test
    void aQueryThatWasOnItsWayWhenASessionEndedMayHaveFoundIt() {
        done(chunk("s", 0, 49, 100), Fate.ACCEPTED);
        history.begin(50, new Action.QueryPath("f"));
        history.begin(51, new Action.QuerySession("s"));
        done(new Action.DropSession("s"), Fate.ACCEPTED);

        assertThat(history.complaint(50, List.of(described("s", "50-99").orElseThrow())))
                .isEmpty();
        assertThat(history.complaint(50, List.of())).isEmpty();
        assertThat(history.answers(51).complaint(described("s", "50-99"))).isEmpty();
        history.end(50, Fate.ACCEPTED);
        history.end(51, Fate.ACCEPTED);
        assertThat(complaint("s", described("s", "50-99"))).contains("a session is there that should not be");
    }

    private Optional<String> complaint(String session, Optional<SessionDescription> described) {
        history.begin(++numbers, new Action.QuerySession(session));
        Optional<String> complaint = history.answers(numbers).complaint(described);
        history.end(numbers, Fate.ACCEPTED);
        return complaint;
    }

    private static Action.Chunk chunk(String session, long first, long last, long total) {
        return new Action.Chunk(session, "f", first, last, total, last - first + 1, 1);
    }

    private static Optional<SessionDescription> described(String session, String... missing) {
        List<ByteRange> ranges = List.of(missing).stream().map(ByteRange::parse).toList();
        return Optional.of(new SessionDescription("f", session, 100, Optional.empty(), ranges));
    }

    private static Content.File file(long length, Content.Segment... segments) {
        return new Content.File(length, List.of(segments));
    }

    private static Content.Segment segment(String range, Content.Source... sources) {
        return new Content.Segment(ByteRange.parse(range), List.of(sources));
    }
}
