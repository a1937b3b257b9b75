package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.protocol.StorePath;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ContentOracle;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionListing;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.StoredFile;
import dev.imagestore.tck.subject.UnreadableListingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the state that a target is in, and holds it against what the model allows. */
final class Sights {

    private final Talk talk;
    private final Names names;
    private final Known known;
    private final Blame blame;

    Sights(Talk talk, Names names, Known known, Blame blame) {
        this.talk = talk;
        this.names = names;
        this.known = known;
        this.blame = blame;
    }

    /** At a session, by its id. */
    Optional<Breach> session(int number) {
        if (!talk.claims(Operation.GET_SESSION)) {
            return Optional.empty();
        }
        String id = names.session(number);
        AllowedSession allowed = known.session(id);
        SessionReading reading = SessionReading.of(id, talk.look(Call.getSession(id)), Optional.empty());
        Optional<SessionDescription> seen = reading.session().map(this::normal);
        if (reading.state() == SessionReading.State.UNREADABLE && !allowed.exists()) {
            return Optional.empty();
        }
        return allowed.complaint(seen)
                .map(complaint -> talk.breach(
                        "session " + number,
                        blame.session(number, allowed, seen),
                        allowed.toString(),
                        "%s: %s".formatted(complaint, reading),
                        proof(id, allowed, seen)));
    }

    private static Optional<Expectation> proof(String id, AllowedSession allowed, Optional<SessionDescription> seen) {
        if (!allowed.mayExist()) {
            return Optional.of(new Expectation.NoSession(id));
        }
        if (!allowed.exists()) {
            return Optional.empty();
        }
        String path = allowed.paths().iterator().next();
        long length = allowed.lengths().iterator().next();
        boolean itself = seen.filter(s -> s.path().equals(path) && s.fileSize() == length)
                .isPresent();
        RangeSet whole = RangeSet.whole(length);
        return Optional.of(
                itself
                        ? new Expectation.Missing(id, whole.minus(allowed.most()), whole.minus(allowed.surely()))
                        : new Expectation.Described(id, path, length));
    }

    /** At the sessions of a path. */
    Optional<Breach> listing(int number) {
        if (!talk.claims(Operation.GET_SESSION_BY_PATH)) {
            return Optional.empty();
        }
        String path = names.path(number);
        SessionListing listing = SessionListing.of(talk.look(Call.getSessions(path)));
        if (listing.state() == SessionReading.State.UNREADABLE && !Demand.anyOpen(number, names, known)) {
            return Optional.empty();
        }
        List<SessionDescription> seen =
                listing.sessions().stream().map(this::normal).toList();
        return seen.stream()
                .filter(session -> !session.path().equals(path))
                .map(session -> "session %s is for another path".formatted(session.sessionId()))
                .findFirst()
                .or(() -> known.complaint(path, seen))
                .map(complaint -> talk.breach(
                        "the list of path " + number,
                        List.of("QRY-06"),
                        "every open session of the path and no other",
                        "%s: %s".formatted(complaint, listing),
                        listed(path, seen)));
    }

    /** A session that has to be in the list and is not, or the other way round. */
    private Optional<Expectation> listed(String path, List<SessionDescription> seen) {
        for (String id : names.sessions()) {
            AllowedSession allowed = known.session(id);
            boolean there = seen.stream().anyMatch(s -> s.isOf(id));
            boolean has = allowed.exists() && allowed.paths().contains(path);
            if (there != has && (has || !allowed.mayExist() || !allowed.paths().contains(path))) {
                return Optional.of(new Expectation.Listed(path, id, has));
            }
        }
        return Optional.empty();
    }

    /** In the words of the trial: separators and the form of ids are no matter of the model. */
    private SessionDescription normal(SessionDescription seen) {
        String id = names.sessions().stream().filter(seen::isOf).findFirst().orElse(seen.sessionId());
        return new SessionDescription(
                StorePath.plain(seen.path()), id, seen.fileSize(), seen.modified(), seen.listed());
    }

    /** At what is stored under a path. */
    Optional<Breach> stored(int number) {
        Optional<ContentOracle> view = talk.view();
        if (view.isEmpty()) {
            return Optional.empty();
        }
        String path = names.path(number);
        List<Content> allowed = known.stored(path);
        StoredFile seen;
        try {
            seen = view.get().read(path, names.files());
        } catch (UnreadableListingException e) {
            return Optional.empty();
        }
        if (allowed.stream().anyMatch(content -> is(content, seen))) {
            return Optional.empty();
        }
        return Optional.of(talk.breach(
                "what is stored under path " + number,
                blame.stored(number, allowed, seen),
                allowed.stream().map(this::words).distinct().collect(Collectors.joining(", or ")) + " under " + path,
                seen.toString(),
                allowed.size() == 1 ? Optional.of(proof(path, allowed.get(0), seen)) : Optional.empty()));
    }

    private boolean is(Content content, StoredFile seen) {
        if (content instanceof Content.File file) {
            return seen instanceof StoredFile.Present present && present.is(names.fileOf(file));
        }
        return content instanceof Content.Unknown || seen instanceof StoredFile.Absent;
    }

    private String words(Content content) {
        return content instanceof Content.File file
                ? "file %d, %d bytes".formatted(names.fileOf(file), file.length())
                : "no file";
    }

    private Expectation proof(String path, Content content, StoredFile seen) {
        if (!(content instanceof Content.File file)) {
            return new Expectation.NothingStored(path);
        }
        int number = names.fileOf(file);
        RangeSet wrong = seen instanceof StoredFile.Present present
                ? present.comparisons().get(number).wrong()
                : RangeSet.EMPTY;
        return new Expectation.Stored(path, file.length(), names.file(number).sha256(), wrong);
    }
}
