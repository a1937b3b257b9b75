package dev.imagestore.tck.verdict;

import static dev.imagestore.tck.verdict.Results.failed;
import static dev.imagestore.tck.verdict.Results.passed;
import static dev.imagestore.tck.verdict.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.Announcements.Entry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final Set<String> CATALOGUE = Set.of("CR-07/first", "CR-07/second", "COM-04/gap", "CR-070/x");

    @Test
    void anAnnouncedFailureIsKnown() {
        List<CaseResult> marked = failing("CR-07/first").mark(List.of(failed("CR-07/first"), failed("CR-07/second")));

        assertThat(marked).extracting(CaseResult::known).containsExactly(true, false);
    }

    @Test
    void aRequirementStandsForItsCasesAlone() {
        List<CaseResult> marked = failing("CR-07").mark(List.of(failed("CR-07/first"), failed("CR-070/x")));

        assertThat(marked).extracting(CaseResult::known).containsExactly(true, false);
    }

    @Test
    void whatWasExpectedToFailAndPassedIsNamedWithItsLine() {
        assertThat(failing("CR-07/first").unmet(CATALOGUE, List.of(passed("CR-07/first"))))
                .containsExactly("known.txt:1: CR-07/first was expected to fail, but passed");
    }

    @Test
    void aRequirementFailsWithOneOfItsCases() {
        List<CaseResult> results = List.of(passed("CR-07/first"), failed("CR-07/second"));

        assertThat(failing("CR-07").unmet(CATALOGUE, results)).isEmpty();
    }

    @Test
    void whatNoCaseBearsIsNamed() {
        assertThat(failing("XX-01").unmet(CATALOGUE, List.of()))
                .containsExactly("known.txt:1: no case is called XX-01");
        assertThat(flaky("XX-01").unmet(CATALOGUE, List.of())).hasSize(1);
    }

    @Test
    void outdatedIsWhatPassedOrNoCaseBears() {
        List<CaseResult> results = List.of(passed("CR-07/first"), failed("CR-07/second"), passed("CR-070/x"));

        assertThat(failing("XX-01").outdated(CATALOGUE, results)).containsExactly("XX-01");
        assertThat(failing("CR-070/x").outdated(CATALOGUE, results)).containsExactly("CR-070/x");
        assertThat(failing("CR-07").outdated(CATALOGUE, results)).isEmpty();
        assertThat(failing("COM-04/gap").outdated(CATALOGUE, results)).isEmpty();
        assertThat(flaky("XX-01").outdated(CATALOGUE, results)).isEmpty();
    }

    @Test
    void whatWasFilteredOutOrNotJudgedIsLeftAlone() {
        assertThat(failing("COM-04/gap").unmet(CATALOGUE, List.of())).isEmpty();
        assertThat(failing("COM-04/gap").unmet(CATALOGUE, List.of(result("COM-04/gap", Outcome.UNTESTED))))
                .isEmpty();
    }

    @Test
    void aFlakyCaseMayDoEither() {
        assertThat(flaky("CR-07/first").unmet(CATALOGUE, List.of(passed("CR-07/first"))))
                .isEmpty();
        assertThat(flaky("CR-07/first")
                        .mark(List.of(failed("CR-07/first")))
                        .get(0)
                        .known())
                .isTrue();
    }

    @Test
    void noRunEndsWellWithAnUnmetAnnouncement() {
        Verdict good = new Verdict(Verdict.Status.CONFORMANT, 0, List.of(), ContentObserved.BYTES, "fine");
        Verdict lost = new Verdict(Verdict.Status.ERROR, 3, List.of(), ContentObserved.BYTES, "lost");

        assertThat(good.withUnmet(List.of("x")).exitCode()).isEqualTo(1);
        assertThat(good.withUnmet(List.of("x")).sentence()).isEqualTo("fine; x");
        assertThat(lost.withUnmet(List.of("x")).exitCode()).isEqualTo(3);
        assertThat(good.withUnmet(List.of())).isSameAs(good);
    }

    private static Announcements failing(String id) {
        return new Announcements(List.of(new Entry("known.txt:1", id)), List.of());
    }

    private static Announcements flaky(String id) {
        return new Announcements(List.of(), List.of(new Entry("flaky.txt:1", id)));
    }
}
