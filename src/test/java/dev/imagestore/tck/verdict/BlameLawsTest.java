package dev.imagestore.tck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BlameLawsTest {

    private static final List<String> IDS = List.of("CR-01", "CR-02", "CR-03", "CR-04", "CR-05", "CR-06");

    @Property
    void anUnannouncedFailureIsNeverWithoutBlame(@ForAll("runs") List<RequirementResult> results) {
        Verdict verdict = verdict(results, false);

        boolean broken = results.stream()
                .flatMap(r -> r.cases().stream())
                .anyMatch(c -> c.outcome() == Outcome.FAILED && !c.known());
        assertThat(verdict.blamed().isEmpty()).isEqualTo(!broken);
        assertThat(verdict.exitCode() == 1).isEqualTo(broken);
    }

    @Property
    void strictBlamesSomeoneExactlyWhenItIsNotConformant(@ForAll("runs") List<RequirementResult> results) {
        Verdict verdict = verdict(results, true);

        assertThat(verdict.blamed().isEmpty()).isEqualTo(verdict.status() != Verdict.Status.NON_CONFORMANT);
        assertThat(verdict.blamed()).doesNotHaveDuplicates();
    }

    @Property
    void everyExplanationIsAFailureThatIsUnexplained(@ForAll("runs") List<RequirementResult> results) {
        Set<String> roots = results.stream()
                .filter(r -> r.cases().stream().anyMatch(c -> c.outcome() == Outcome.FAILED))
                .filter(r -> r.explainedBy().isEmpty())
                .map(RequirementResult::id)
                .collect(Collectors.toSet());

        assertThat(results)
                .allSatisfy(r ->
                        assertThat(roots).containsAll(r.explainedBy().stream().toList()));
    }

    @Property
    void anExplanationChangesNoOutcome(@ForAll("runs") List<RequirementResult> results) {
        assertThat(results)
                .allSatisfy(r -> assertThat(r.outcome())
                        .isEqualTo(Outcome.worst(
                                r.cases().stream().map(CaseResult::outcome).toList())));
    }

    @Provide
    Arbitrary<List<RequirementResult>> runs() {
        Arbitrary<List<String>> causes = Arbitraries.of(IDS).list().ofMaxSize(3);
        Arbitrary<Outcome> outcomes = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Outcome.FAILED)), Tuple.of(1, Arbitraries.of(Outcome.class)));
        Arbitrary<Optional<String>> abouts = Arbitraries.of(IDS).optional(0.7);
        Arbitrary<Sketch> sketches = Combinators.combine(
                        Arbitraries.of(IDS), outcomes, abouts, Arbitraries.of(true, false, false))
                .as(Sketch::new);
        return Combinators.combine(
                        causes.list().ofSize(IDS.size()), sketches.list().ofMaxSize(12))
                .as(BlameLawsTest::run);
    }

    private static List<RequirementResult> run(List<List<String>> causes, List<Sketch> sketches) {
        List<Requirement> catalogue = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++) {
            catalogue.add(Results.must(IDS.get(i), causes.get(i).toArray(String[]::new)));
        }
        List<CaseResult> cases = new ArrayList<>();
        for (Sketch sketch : sketches) {
            CaseResult result = Results.result(sketch.requirement() + "/case-" + cases.size(), sketch.outcome());
            CaseResult marked = sketch.known() ? Results.known(result) : result;
            cases.add(sketch.about().map(id -> Results.about(id, marked)).orElse(marked));
        }
        return Judge.requirements(catalogue, cases);
    }

    private static Verdict verdict(List<RequirementResult> results, boolean strict) {
        return Judge.verdict(
                results,
                new Circumstances(
                        "documented",
                        IDS.size(),
                        ContentObserved.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        strict,
                        false));
    }

    private record Sketch(String requirement, Outcome outcome, Optional<String> about, boolean known) {}
}
