package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The bounds are those of all parts of the run together, so that its parts add up to the whole. */
    static Selection of(List<Case> selected, RunSettings settings, Subject subject) {
        Map<Case, CaseResult> decided = new LinkedHashMap<>();
        List<Case> possible = new ArrayList<>();
        for (Case each : selected) {
            beforehand(each, settings.profile(), subject, results(each))
                    .ifPresentOrElse(result -> decided.put(each, result), () -> possible.add(each));
        }
        Map<String, String> beyond = settings.bounds().beyond(possible);
        List<Case> toRun = new ArrayList<>();
        for (Case each : possible) {
            String reason = beyond.get(each.id());
            if (reason == null) {
                toRun.add(each);
            } else {
                decided.put(each, results(each).decided(Outcome.UNTESTED, reason));
            }
        }
        toRun.removeIf(each -> !settings.shard().has(each));
        decided.keySet().removeIf(each -> !settings.shard().has(each));
        return new Selection(toRun, List.copyOf(decided.values()));
    }

    private static CaseResults results(Case of) {
        return new CaseResults(of, new CaseLog(), Duration.ZERO);
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
