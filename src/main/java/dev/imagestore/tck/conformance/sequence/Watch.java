package dev.imagestore.tck.conformance.sequence;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a trial looks at the state, and at what of it. */
enum Watch {
    /** After each step at what the step has touched, after the last one at everything. */
    TOUCHED,
    /** After each step at everything. */
    ALL,
    /** After the last step alone. */
    LAST;

    /** Looks as far as it is due. */
    Optional<Breach> after(Step step, boolean last, Sequence sequence, Sights sights) {
        if (this == LAST && !last) {
            return Optional.empty();
        }
        Stream<Step> steps = this == TOUCHED && !last ? Stream.of(step) : sequence.steps().stream();
        Set<Integer> sessions = new LinkedHashSet<>();
        Set<Integer> paths = new LinkedHashSet<>();
        steps.forEach(each -> touch(each, sessions, paths));
        return first(sessions, sights::session)
                .or(() -> first(paths, sights::listing))
                .or(() -> first(paths, sights::stored));
    }

    private static void touch(Step step, Set<Integer> sessions, Set<Integer> paths) {
        if (step instanceof Step.Chunk chunk) {
            sessions.add(chunk.session());
            paths.add(chunk.path());
        } else if (step instanceof Step.Commit commit) {
            sessions.add(commit.session());
        } else if (step instanceof Step.Drop drop) {
            sessions.add(drop.session());
        } else if (step instanceof Step.Ask ask) {
            sessions.add(ask.session());
        } else if (step instanceof Step.AskPath ask) {
            paths.add(ask.path());
        } else if (step instanceof Step.Put put) {
            paths.add(put.path());
        } else if (step instanceof Step.Remove remove) {
            paths.add(remove.path());
        } else if (step instanceof Step.Copy copy) {
            paths.add(copy.from());
            paths.add(copy.to());
        }
    }

    private static Optional<Breach> first(Set<Integer> numbers, Function<Integer, Optional<Breach>> look) {
        return numbers.stream().map(look).flatMap(Optional::stream).findFirst();
    }
}
