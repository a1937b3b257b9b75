package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.protocol.RangeSet;
import java.util.List;
import java.util.Optional;

/**
 * How a step has to be answered, where the specification leaves no choice.
 *
 * @param accepted with success, or with a refusal
 * @param requirements those that say so, the nearest first
 */
record Demand(boolean accepted, List<String> requirements) {

    Demand {
        requirements = List.copyOf(requirements);
    }

    /** What the state so far asks of the answer to that step. */
    static Optional<Demand> of(Step step, Names names, Known known, Past past) {
        if (step instanceof Step.Chunk chunk) {
            return chunk(chunk, names, known.session(names.session(chunk.session())), known, past);
        }
        if (step instanceof Step.Commit commit) {
            return commit(commit.session(), names, known, past);
        }
        if (step instanceof Step.Drop drop) {
            return known.session(names.session(drop.session())).exists() ? accepted("DEL-01") : Optional.empty();
        }
        if (step instanceof Step.Put put) {
            return anyOpen(put.path(), names, known) ? accepted("PUT-08", "PUT-01") : accepted("PUT-01", "PUT-03");
        }
        if (step instanceof Step.Remove remove) {
            return isFile(remove.path(), names, known) ? accepted("GET-08") : Optional.empty();
        }
        if (step instanceof Step.Copy copy && isFile(copy.from(), names, known)) {
            return isFile(copy.to(), names, known) ? accepted("CPY-06", "CPY-01") : accepted("CPY-01");
        }
        return Optional.empty();
    }

    private static Optional<Demand> chunk(
            Step.Chunk chunk, Names names, AllowedSession session, Known known, Past past) {
        if (!session.mayExist()) {
            return past.dropped(chunk.session())
                    ? accepted("CHK-23", "DEL-06", "CHK-02")
                    : anyOpen(chunk.path(), names, known)
                            ? accepted("SID-12", "CHK-02", "CHK-01")
                            : accepted("CHK-02", "CHK-01");
        }
        if (!session.exists()) {
            return Optional.empty();
        }
        if (!session.paths().contains(names.path(chunk.path()))) {
            return refused("SID-10");
        }
        if (!session.lengths().contains(names.file(chunk.file()).length())) {
            return refused("CHK-11", "CR-34");
        }
        RangeSet range = RangeSet.of(chunk.range());
        if (!range.minus(session.most()).equals(range)) {
            return Optional.empty();
        }
        return past.chunkRefused(chunk.session())
                ? accepted("CHK-18", "CHK-01")
                : past.commitRefused(chunk.session()) ? accepted("COM-05", "CHK-01") : accepted("CHK-01");
    }

    private static Optional<Demand> commit(int number, Names names, Known known, Past past) {
        AllowedSession session = known.session(names.session(number));
        if (!session.mayExist()) {
            return past.dropped(number) ? refused("COM-06", "DEL-06") : refused("COM-06");
        }
        if (!session.exists()) {
            return Optional.empty();
        }
        long length = session.lengths().iterator().next();
        if (!session.most().equals(RangeSet.whole(length))) {
            return past.dropped(number) ? refused("CHK-23", "COM-04") : refused("COM-04");
        }
        if (!session.surely().equals(session.most())) {
            return Optional.empty();
        }
        int path = names.paths().indexOf(session.paths().iterator().next());
        if (past.commitRefused(number)) {
            return accepted("COM-05", "COM-02");
        }
        return past.shared(path, number) ? accepted("COM-16", "COM-02") : accepted("COM-02");
    }

    static boolean anyOpen(int path, Names names, Known known) {
        return names.sessions().stream()
                .map(known::session)
                .anyMatch(session -> session.exists() && session.paths().contains(names.path(path)));
    }

    private static boolean isFile(int path, Names names, Known known) {
        List<Content> stored = known.stored(names.path(path));
        return stored.size() == 1 && stored.get(0) instanceof Content.File;
    }

    private static Optional<Demand> accepted(String... requirements) {
        return Optional.of(new Demand(true, List.of(requirements)));
    }

    private static Optional<Demand> refused(String... requirements) {
        return Optional.of(new Demand(false, List.of(requirements)));
    }
}
