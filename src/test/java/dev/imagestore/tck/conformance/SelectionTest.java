package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.Cases.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.SubjectSettings;
import dev.imagestore.tck.subject.TinyPeer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Set<Operation> ALL = EnumSet.allOf(Operation.class);

    @Test
    void aCaseThatNeedsNothingIsRun() throws IOException {
        assertThat(bare(tagged("CR-07/a")).toRun()).hasSize(1);
    }

    @Test
    void aCaseOfAnotherProfileIsInapplicable() throws IOException {
        assertDecided(
                bare(tagged("CR-07/a", "@profile:strict-http")), Outcome.INAPPLICABLE, "not asserted by documented");
    }

    @Test
    void aCaseOfAnOperationThatIsNotClaimedIsInapplicable() throws IOException {
        Selection selection = selected(
                EnumSet.complementOf(EnumSet.of(Operation.COMMIT)),
                Optional.empty(),
                Optional.empty(),
                tagged("COM-01/a", "@needs:get-session", "@needs:commit"));

        assertDecided(selection, Outcome.INAPPLICABLE, "commit is not claimed");
    }

    @Test
    void withoutChunksThereIsNothingToRun() throws IOException {
        Selection selection =
                selected(EnumSet.of(Operation.COMMIT), Optional.empty(), Optional.empty(), tagged("COM-01/a"));

        assertDecided(selection, Outcome.INAPPLICABLE, "upload-chunk is not claimed");
    }

    @Test
    void aCaseAboutContentIsRunWithoutSessions() throws IOException {
        Selection selection = selected(
                EnumSet.of(Operation.UPLOAD_FILE, Operation.LIST),
                Optional.empty(),
                Optional.empty(),
                tagged("GET-01/a", "@needs:list"));

        assertThat(selection.toRun()).hasSize(1);
    }

    @Test
    void anOperationThatIsNewerThanTheRuntimeIsUntested() throws IOException {
        Case listing = tagged("GET-01/a", "@needs:list");

        assertDecided(
                selected(ALL, Optional.empty(), Optional.of(new ApiVersion(6, 1)), listing),
                Outcome.UNTESTED,
                "list is documented from version 6.2 on, above the target's runtime");
        assertThat(selected(ALL, Optional.empty(), Optional.of(new ApiVersion(6, 2)), listing)
                        .toRun())
                .hasSize(1);
    }

    @Test
    void aCaseThatLooksAtStoredFilesIsRunWhereTheyAreListed() throws IOException {
        assertThat(bare(tagged("COM-03/a", "@oracle")).toRun()).hasSize(1);
    }

    @Test
    void aCaseThatLooksAtStoredBytesIsUntestedWithoutAnOracle() throws IOException {
        assertDecided(
                selected(
                        EnumSet.complementOf(EnumSet.of(Operation.LIST)),
                        Optional.empty(),
                        Optional.empty(),
                        tagged("COM-03/a", "@oracle")),
                Outcome.UNTESTED,
                "no content oracle: stored bytes cannot be seen");
    }

    @Test
    void aCaseThatLooksAtStoredBytesIsRunWithAnOracle() throws IOException {
        Selection selection = selected(
                ALL, Optional.of("http://127.0.0.1:9/{path}"), Optional.empty(), tagged("COM-03/a", "@oracle"));

        assertThat(selection.toRun()).hasSize(1);
    }

    @Test
    void aCaseThatMovesTheTargetsTimeIsUntestedWithoutAClock() throws IOException {
        assertDecided(
                bare(tagged("EXP-01/a", "@clock")), Outcome.UNTESTED, "no clock: the target's time cannot be moved on");
    }

    @Test
    void aCaseThatMovesTheTargetsTimeIsRunWithAClock() throws IOException {
        Selection selection = selected(
                ALL,
                Optional.empty(),
                Optional.of("http://127.0.0.1:9/{seconds}"),
                Optional.empty(),
                tagged("EXP-01/a", "@clock"));

        assertThat(selection.toRun()).hasSize(1);
    }

    @Test
    void aCaseAboutTheRuntimeIsUntestedWithoutItsVersion() throws IOException {
        assertDecided(
                bare(tagged("VER-04/a", "@runtime")),
                Outcome.UNTESTED,
                "the version of the target's runtime was not stated");
    }

    @Test
    void aCaseAboutTheRuntimeIsRunWithItsVersion() throws IOException {
        Selection selection =
                selected(ALL, Optional.empty(), Optional.of(new ApiVersion(6, 5)), tagged("VER-04/a", "@runtime"));

        assertThat(selection.toRun()).hasSize(1);
    }

    @Test
    void aCaseBeyondABoundIsUntested() throws IOException {
        Bounds bounds = new Bounds(Long.MAX_VALUE, 1 << 20);

        assertDecided(
                selected(bounded(bounds, Shard.WHOLE), tagged("CR-07/a", "@declares:1GiB")),
                Outcome.UNTESTED,
                "a declared length beyond --max-declared, 1 MiB");
    }

    @Test
    void thePartsOfABoundedRunAddUpToTheWhole() throws IOException {
        Case[] cases = TheFeatures.CATALOGUE.cases().toArray(Case[]::new);
        Bounds bounds = new Bounds(8 << 20, 1L << 40);

        Selection whole = selected(bounded(bounds, Shard.WHOLE), cases);
        Selection first = selected(bounded(bounds, new Shard(1, 2)), cases);
        Selection second = selected(bounded(bounds, new Shard(2, 2)), cases);

        assertThat(whole.toRun().stream().mapToLong(Case::stores).sum()).isLessThanOrEqualTo(8 << 20);
        assertThat(whole.toRun())
                .containsAll(first.toRun())
                .containsAll(second.toRun())
                .hasSize((int) Stream.of(first, second)
                        .flatMap(part -> part.toRun().stream())
                        .distinct()
                        .count());
        assertThat(ids(whole.decided().stream()))
                .isEqualTo(ids(Stream.of(first, second).flatMap(part -> part.decided().stream())));
    }

    @Test
    void everyCaseIsEitherRunOrDecided() throws IOException {
        Selection selection = bare(TheFeatures.CATALOGUE.cases().toArray(Case[]::new));

        assertThat(selection.toRun()).isNotEmpty();
        assertThat(selection.toRun().size() + selection.decided().size())
                .isEqualTo(TheFeatures.CATALOGUE.cases().size());
    }

    private static Set<String> ids(Stream<CaseResult> results) {
        return results.map(CaseResult::id).collect(Collectors.toSet());
    }

    private static void assertDecided(Selection selection, Outcome outcome, String reason) {
        assertThat(selection.toRun()).isEmpty();
        assertThat(selection.decided())
                .extracting(CaseResult::outcome, r -> r.reason().orElse(""))
                .containsExactly(tuple(outcome, reason));
    }

    private static Selection bare(Case... cases) throws IOException {
        return selected(ALL, Optional.empty(), Optional.empty(), cases);
    }

    private static Selection selected(
            Set<Operation> claimed, Optional<String> oracle, Optional<ApiVersion> runtime, Case... cases)
            throws IOException {
        return selected(claimed, oracle, Optional.empty(), runtime, cases);
    }

    private static Selection selected(RunSettings settings, Case... cases) throws IOException {
        return selected(settings, ALL, Optional.empty(), Optional.empty(), Optional.empty(), cases);
    }

    private static RunSettings bounded(Bounds bounds, Shard shard) {
        return Cases.settings(List.of(), List.of(), bounds, false, shard);
    }

    private static Selection selected(
            Set<Operation> claimed,
            Optional<String> oracle,
            Optional<String> clock,
            Optional<ApiVersion> runtime,
            Case... cases)
            throws IOException {
        return selected(Cases.settings(), claimed, oracle, clock, runtime, cases);
    }

    private static Selection selected(
            RunSettings settings,
            Set<Operation> claimed,
            Optional<String> oracle,
            Optional<String> clock,
            Optional<ApiVersion> runtime,
            Case... cases)
            throws IOException {
        try (TinyPeer peer = TinyPeer.answering(204, "");
                Recording recording = Recording.discarding();
                Subject subject = Subject.open(
                        new SubjectSettings(
                                peer.endpoint(),
                                claimed,
                                runtime,
                                oracle,
                                clock,
                                List.of(),
                                "test",
                                Duration.ofSeconds(20),
                                Duration.ZERO),
                        recording)) {
            return Selection.of(List.of(cases), settings, subject);
        }
    }
}
