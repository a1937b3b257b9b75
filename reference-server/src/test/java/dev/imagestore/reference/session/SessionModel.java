package dev.imagestore.reference.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One session id as the protocol has it, byte by byte: chunks that overlap are refused, exact duplicates accepted, a committed
 * session is gone.
 *
 * @param life which session of the id this is; 0 for none
 * @param received its chunks, which are none before its first chunk is accepted
 * @param reserved the chunks that were admitted and not settled, of earlier lives too
 */
record SessionModel(
        int length, int life, int lives, Set<Set<Integer>> received, Map<Integer, Held> reserved, boolean committing)
        implements History.Model {

    /** A chunk that is on its way, and the bytes that nobody else may send meanwhile. */
    record Held(int life, Set<Integer> bytes) {}

    record Admit(int token, int first, int last) implements History.Step {}

    record Settle(int token, boolean whole) implements History.Step {}

    record BeginCommit() implements History.Step {}

    record EndCommit(boolean published) implements History.Step {}

    record Delete() implements History.Step {}

    record Find() implements History.Step {}

    SessionModel {
        received = Set.copyOf(received);
        reserved = Map.copyOf(reserved);
    }

    static SessionModel empty(int length) {
        return new SessionModel(length, 0, 0, Set.of(), Map.of(), false);
    }

    @Override
    public Optional<History.Model> after(History.Step step, String answer) {
        Answered right = answered(step);
        return right.answer().equals(answer) ? Optional.of(right.next()) : Optional.empty();
    }

    private record Answered(String answer, SessionModel next) {}

    private Answered answered(History.Step step) {
        if (step instanceof Admit admit) {
            return admitted(admit);
        }
        if (step instanceof Settle settle) {
            return settled(settle);
        }
        if (step instanceof EndCommit end) {
            return new Answered("done", end.published() ? gone() : committing(false));
        }
        if (step instanceof Find) {
            return new Answered(received.isEmpty() ? "none" : expected().toString(), this);
        }
        if (received.isEmpty()) {
            return new Answered("SESSION_UNKNOWN", this);
        }
        if (committing) {
            return new Answered("SESSION_BUSY", this);
        }
        if (step instanceof Delete) {
            return new Answered("deleted", gone());
        }
        return expected().isEmpty() ? new Answered("publish", committing(true)) : new Answered("ARGUMENT", this);
    }

    private Answered admitted(Admit admit) {
        Set<Integer> bytes = bytes(admit.first(), admit.last());
        int now = life == 0 ? lives + 1 : life;
        boolean duplicate = received.contains(bytes);
        boolean taken = received.stream().anyMatch(chunk -> chunk.stream().anyMatch(bytes::contains))
                || reserved.values().stream()
                        .anyMatch(held ->
                                held.life() == life && held.bytes().stream().anyMatch(bytes::contains));
        if (!duplicate && taken) {
            return new Answered("RANGE", this);
        }
        Map<Integer, Held> more = new HashMap<>(reserved);
        more.put(admit.token(), new Held(now, duplicate ? Set.of() : bytes));
        return new Answered(
                "admitted", new SessionModel(length, now, Math.max(lives, now), received, more, committing));
    }

    private Answered settled(Settle settle) {
        Map<Integer, Held> others = new HashMap<>(reserved);
        Held held = others.remove(settle.token());
        if (held == null) {
            return new Answered("a token that was never given", this);
        }
        if (held.life() != life) {
            return new Answered(
                    "dropped for good", new SessionModel(length, life, lives, received, others, committing));
        }
        Set<Set<Integer>> all = new HashSet<>(received);
        if (settle.whole()) {
            all.add(held.bytes());
            all.remove(Set.<Integer>of());
            return new Answered("recorded", new SessionModel(length, life, lives, all, others, committing));
        }
        boolean abandoned = received.isEmpty() && others.values().stream().noneMatch(other -> other.life() == life);
        return abandoned
                ? new Answered("dropped for good", new SessionModel(length, 0, lives, received, others, false))
                : new Answered("dropped", new SessionModel(length, life, lives, received, others, committing));
    }

    private SessionModel gone() {
        return new SessionModel(length, 0, lives, Set.of(), reserved, false);
    }

    private SessionModel committing(boolean now) {
        return new SessionModel(length, life, lives, received, reserved, now);
    }

    private Set<Integer> expected() {
        Set<Integer> expected = bytes(0, length - 1);
        received.forEach(expected::removeAll);
        return expected;
    }

    private static Set<Integer> bytes(int first, int last) {
        Set<Integer> bytes = new TreeSet<>();
        for (int i = first; i <= last; i++) {
            bytes.add(i);
        }
        return bytes;
    }
}
