package dev.imagestore.reference.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of several threads, each with when it began and ended, and what was answered. It is explained if there is an
 * order of them in which a model gives the same answers, and in which no call comes before one that ended before it
 * began.
 */
record History(List<Call> calls) {

    /** One call; a model answers it, or says that it would have answered otherwise. */
    record Call(int begun, int ended, Step step, String answer) {}

    /** What was asked. */
    interface Step {}

    /** A state, which a step turns into another one if it is answered so. */
    interface Model {
        Optional<Model> after(Step step, String answer);
    }

    private record Place(Set<Call> left, Model state) {}

    History {
        calls = List.copyOf(calls);
    }

    /** Whether any two calls overlap. */
    boolean isConcurrent() {
        return calls.stream().anyMatch(call -> call.ended() > call.begun() + 1);
    }

    boolean isExplainedFrom(Model start) {
        return isExplained(new Place(Set.copyOf(calls), start), new HashSet<>());
    }

    private static boolean isExplained(Place place, Set<Place> dead) {
        if (place.left().isEmpty()) {
            return true;
        }
        if (dead.contains(place)) {
            return false;
        }
        int firstEnd = place.left().stream().mapToInt(Call::ended).min().getAsInt();
        List<Call> next = new ArrayList<>(place.left());
        next.removeIf(call -> call.begun() > firstEnd);
        for (Call call : next) {
            Optional<Model> state = place.state().after(call.step(), call.answer());
            if (state.isPresent()) {
                Set<Call> left = new HashSet<>(place.left());
                left.remove(call);
                if (isExplained(new Place(left, state.get()), dead)) {
                    return true;
                }
            }
        }
        dead.add(place);
        return false;
    }
}
