package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.ContentComparison;
import dev.imagestore.tck.subject.StoredFile;
import java.util.List;
import java.util.Optional;

/** Which requirements a state breaks that the last step has left behind, the nearest first. */
final class Blame {

    private final Names names;
    private final Past past;

    Blame(Names names, Past past) {
        this.names = names;
        this.past = past;
    }

    /** A session is not what it has to be. */
    List<String> session(int number, AllowedSession allowed, Optional<SessionDescription> seen) {
        Step step = past.last();
        if (step instanceof Step.Chunk chunk && chunk.session() == number) {
            return past.lastAccepted() ? afterChunk(chunk, allowed, seen) : List.of("CHK-18");
        }
        if (step instanceof Step.Commit commit && commit.session() == number) {
            return past.lastAccepted() ? List.of("QRY-04", "QRY-08") : List.of("COM-05");
        }
        if (step instanceof Step.Drop drop && drop.session() == number) {
            return List.of("DEL-01", "DEL-06");
        }
        return fromOutside(step, allowed);
    }

    private List<String> afterChunk(Step.Chunk chunk, AllowedSession allowed, Optional<SessionDescription> seen) {
        boolean anew = allowed.surely().equals(RangeSet.of(chunk.range()));
        if (anew && past.dropped(chunk.session())) {
            return List.of("CHK-23", "DEL-06", "QRY-03");
        }
        if (anew && past.shared(chunk.path(), chunk.session())) {
            return List.of("SID-12", "QRY-03");
        }
        return seen.isEmpty() ? List.of("QRY-01", "CHK-02") : List.of("QRY-03", "CHK-10");
    }

    /** What happened to something else has changed the session. */
    private List<String> fromOutside(Step step, AllowedSession allowed) {
        if (step instanceof Step.Put) {
            return List.of("PUT-08");
        }
        if (step instanceof Step.Commit commit && onePath(commit.session(), allowed)) {
            return List.of("COM-16", "SID-12");
        }
        if (step instanceof Step.Ask || step instanceof Step.AskPath) {
            return List.of("QRY-01");
        }
        boolean samePath = (step instanceof Step.Chunk chunk && allowed.paths().contains(names.path(chunk.path())))
                || (step instanceof Step.Drop drop && onePath(drop.session(), allowed));
        return samePath ? List.of("SID-12", "SID-01") : List.of("SID-01", "SID-12");
    }

    private boolean onePath(int other, AllowedSession allowed) {
        return names.paths().stream()
                .filter(allowed.paths()::contains)
                .map(names.paths()::indexOf)
                .anyMatch(path -> past.pathOf(other).filter(path::equals).isPresent());
    }

    /** What is stored under a path is not what has to be. */
    List<String> stored(int path, List<Content> allowed, StoredFile seen) {
        Step step = past.last();
        if (step instanceof Step.Chunk) {
            return past.lastAccepted() ? List.of("CHK-17") : List.of("CHK-18", "CHK-17");
        }
        if (step instanceof Step.Commit commit) {
            return past.lastAccepted() ? afterCommit(commit.session(), path, allowed, seen) : List.of("COM-15");
        }
        if (step instanceof Step.Drop) {
            return List.of("DEL-02");
        }
        if (step instanceof Step.Put put) {
            return put.path() == path && seen instanceof StoredFile.Present
                    ? List.of("PUT-03", "PUT-01")
                    : List.of("PUT-01");
        }
        if (step instanceof Step.Remove) {
            return List.of("GET-08");
        }
        return step instanceof Step.Copy ? List.of("CPY-01", "CPY-06") : List.of("CHK-17");
    }

    /** Whose bytes are there instead of the right ones tells what went wrong. */
    private List<String> afterCommit(int session, int path, List<Content> allowed, StoredFile seen) {
        boolean meant = past.pathOf(session).filter(p -> p == path).isPresent();
        if (!meant
                || allowed.size() != 1
                || !(allowed.get(0) instanceof Content.File file)
                || !(seen instanceof StoredFile.Present present)) {
            return List.of("COM-02");
        }
        ContentComparison right = present.comparisons().get(names.fileOf(file));
        RangeSet odd = right.wrong().plus(RangeSet.whole(present.length()).minus(RangeSet.whole(file.length())));
        for (int other = 0; other < names.files().size(); other++) {
            RangeSet comparable =
                    odd.minus(odd.minus(RangeSet.whole(names.file(other).length())));
            RangeSet differing = present.comparisons().get(other).wrong();
            boolean itsBytes =
                    !comparable.isEmpty() && comparable.minus(differing).equals(comparable);
            if (itsBytes && !past.removed(path, other)) {
                return foreign(session, path, other);
            }
        }
        return present.length() == file.length() ? List.of("CHK-03", "COM-08") : List.of("COM-02", "COM-08");
    }

    private List<String> foreign(int session, int path, int file) {
        if (past.published(path, file)) {
            return List.of("COM-03", "COM-16");
        }
        return past.brought(session, file) ? List.of("CHK-23", "DEL-06") : List.of("COM-16", "SID-12");
    }
}
