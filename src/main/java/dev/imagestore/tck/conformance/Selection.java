package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of a run: those that the user selected, parted into those to be run and those of which it is known
 * beforehand that they say nothing of this target.
 */
record Selection(List<Case> toRun, List<CaseResult> decided) {

    Selection {
        toRun = List.copyOf(toRun);
        decided = List.copyOf(decided);
    }

    static Selection of(List<Case> selected, Profile profile, Subject subject) {
        List<Case> toRun = new ArrayList<>();
        List<CaseResult> decided = new ArrayList<>();
        for (Case each : selected) {
            CaseResults results = new CaseResults(each, new CaseLog(), Duration.ZERO);
            Optional<CaseResult> beforehand = beforehand(each, profile, subject, results);
            beforehand.ifPresentOrElse(decided::add, () -> toRun.add(each));
        }
        return new Selection(toRun, decided);
    }

    private static Optional<CaseResult> beforehand(Case each, Profile profile, Subject subject, CaseResults results) {
        if (!each.in(profile)) {
            return Optional.of(results.decided(Outcome.INAPPLICABLE, "not asserted by " + profile.word()));
        }
        for (Operation operation : each.needs()) {
            if (!subject.claims(operation)) {
                return Optional.of(results.decided(Outcome.INAPPLICABLE, operation.word() + " is not claimed"));
            }
        }
        Optional<Operation> tooNew = each.needs().stream()
                .filter(operation -> !subject.isNewEnoughFor(operation))
                .findFirst();
        if (tooNew.isPresent()) {
            return Optional.of(results.decided(
                    Outcome.UNTESTED,
                    "%s is documented from version %s on, above the target's runtime"
                            .formatted(tooNew.get().word(), tooNew.get().version())));
        }
        if (each.needsOracle() && subject.sight() == Sight.NOTHING) {
            return Optional.of(results.decided(Outcome.UNTESTED, "no content oracle: stored bytes cannot be seen"));
        }
        if (each.needsClock() && subject.clock().isEmpty()) {
            return Optional.of(results.decided(Outcome.UNTESTED, "no clock: the target's time cannot be moved on"));
        }
        if (each.needsRuntimeVersion() && subject.runtimeVersion().isEmpty()) {
            return Optional.of(results.decided(Outcome.UNTESTED, "the version of the target's runtime was not stated"));
        }
        return Optional.empty();
    }
}
