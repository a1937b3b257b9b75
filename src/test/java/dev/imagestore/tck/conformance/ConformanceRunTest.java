package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Recording;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ConformanceRunTest {

    private static final String AGES = "EXP-01/after-29-minutes-it-is-there";
    private static final String LAST = "QRY-03/every-list-of-the-run-*";

    @Test
    void casesThatMoveTimeComeAfterAllOthersAndBeforeThoseOfTheWholeRun() throws IOException {
        List<CaseResult> finished = run(200, AGES, "EXP-02/a-chunk-every-*", "CR-06/*", "QRY-03/after-*", LAST);

        List<String> requirements =
                finished.stream().map(CaseResult::requirement).toList();
        assertThat(requirements.indexOf("EXP-01")).isGreaterThan(requirements.lastIndexOf("CR-06"));
        assertThat(requirements).endsWith("QRY-03");
        assertThat(requirements.subList(requirements.size() - 3, requirements.size() - 1))
                .containsExactlyInAnyOrder("EXP-01", "EXP-02");
    }

    @Test
    void aClockThatFailsMakesErrorsOfItsCasesAndTheRestRuns() throws IOException {
        List<CaseResult> finished = run(500, AGES, "CR-06/*");

        assertThat(finished)
                .filteredOn(r -> r.requirement().equals("EXP-01"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
                    assertThat(result.reason())
                            .contains("the clock answered 500 when asked to advance by 1740 seconds; expected 2xx");
                });
        assertThat(finished)
                .filteredOn(r -> r.requirement().equals("CR-06"))
                .isNotEmpty()
                .extracting(CaseResult::outcome)
                .containsOnly(Outcome.FAILED);
    }

    /** The results as they came, of a target that accepts everything and a clock that answers with that status. */
    private static List<CaseResult> run(int clockAnswers, String... globs) throws IOException {
        Queue<CaseResult> finished = new ConcurrentLinkedQueue<>();
        Progress progress = new Progress() {
            @Override
            public void begins(Footprint footprint, int cases) {
                // only the order of the results matters
            }

            @Override
            public void finished(CaseResult result) {
                finished.add(result);
            }
        };
        try (TinyPeer target = TinyPeer.answering(200, "");
                TinyPeer clock = TinyPeer.answering(clockAnswers, "");
                Recording recording = Recording.discarding();
                Subject subject = Subject.open(
                        new SubjectSettings(
                                target.endpoint(),
                                EnumSet.allOf(Operation.class),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(clock.endpoint().url() + "/clock/{seconds}"),
                                List.of(),
                                "test",
                                Duration.ofSeconds(20),
                                Duration.ZERO),
                        recording)) {
            RunSettings settings = Cases.settings(List.of(globs), List.of());
            new ConformanceRun(TheFeatures.CATALOGUE, settings, subject, new Interruption(), id -> false).run(progress);
        }
        return List.copyOf(finished);
    }
}
