package dev.imagestore.tck.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a trial so far, with what became of them, for the question of which requirement speaks of them. */
final class Past {

    private record Event(Step step, boolean accepted) {}

    private final List<Event> events = new ArrayList<>();

    void add(Step step, boolean accepted) {
        events.add(new Event(step, accepted));
    }

    /** The last step. */
    Step last() {
        return events.get(events.size() - 1).step();
    }

    boolean lastAccepted() {
        return events.get(events.size() - 1).accepted();
    }

    /** Whether the session was deleted, with success. */
    boolean dropped(int session) {
        return events.stream().anyMatch(e -> e.accepted() && e.step().equals(new Step.Drop(session)));
    }

    /** Whether a commit of the session was refused. */
    boolean commitRefused(int session) {
        return events.stream().anyMatch(e -> !e.accepted() && e.step().equals(new Step.Commit(session)));
    }

    boolean chunkRefused(int session) {
        return events.stream()
                .anyMatch(e -> !e.accepted() && e.step() instanceof Step.Chunk chunk && chunk.session() == session);
    }

    /** The last accepted chunk of the session. */
    Optional<Step.Chunk> chunkOf(int session) {
        return events.stream()
                .filter(Event::accepted)
                .map(Event::step)
                .filter(step -> step instanceof Step.Chunk chunk && chunk.session() == session)
                .map(Step.Chunk.class::cast)
                .reduce((first, last) -> last);
    }

    /** The path of that chunk. */
    Optional<Integer> pathOf(int session) {
        return chunkOf(session).map(Step.Chunk::path);
    }

    /** Whether the file was at the path before the last step. */
    boolean published(int path, int file) {
        return fate(path, file).filter(there -> there).isPresent();
    }

    /** Whether the file was at the path, and was deleted. */
    boolean removed(int path, int file) {
        return fate(path, file).filter(there -> !there).isPresent();
    }

    /** Whether the file was still there when last heard of; empty if it never was. */
    private Optional<Boolean> fate(int path, int file) {
        Past before = new Past();
        Optional<Boolean> there = Optional.empty();
        for (Event event : events.subList(0, events.size() - 1)) {
            if (event.accepted() && before.places(event.step(), path, file)) {
                there = Optional.of(true);
            } else if (event.accepted() && event.step().equals(new Step.Remove(path))) {
                there = there.map(was -> false);
            }
            before.add(event.step(), event.accepted());
        }
        return there;
    }

    private boolean places(Step step, int path, int file) {
        return step.equals(new Step.Put(path, file))
                || (step instanceof Step.Commit commit
                        && chunkOf(commit.session())
                                .filter(chunk -> chunk.path() == path && chunk.file() == file)
                                .isPresent());
    }

    /** Whether bytes of the file came in an accepted chunk of the session. */
    boolean brought(int session, int file) {
        return events.stream()
                .anyMatch(e -> e.accepted()
                        && e.step() instanceof Step.Chunk chunk
                        && chunk.session() == session
                        && chunk.file() == file);
    }

    /** Whether another session has had a chunk accepted for the path. */
    boolean shared(int path, int session) {
        return events.stream()
                .anyMatch(e -> e.accepted()
                        && e.step() instanceof Step.Chunk chunk
                        && chunk.path() == path
                        && chunk.session() != session);
    }
}
