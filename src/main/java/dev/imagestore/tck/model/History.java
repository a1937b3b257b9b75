package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A history of requests as they begin and end, and what follows from it: which answers to a session query are right, and
 * what is stored. Requests overlap; what depends on the order in which the server took them is a set. For one thread.
 *
 * <p>Ended sessions are forgotten, so that the memory taken grows with what is open and with the paths, not with time.
 */
public final class History {

    private static final int COMMITTED = 1 << 16;

    private record Open(Action action, long begun, Optional<Piece> piece) {}

    private record Committed(String path, long length) {}

    private record Idle(String session, long since) {}

    private final boolean withContent;
    private final Map<Long, Open> open = new HashMap<>();
    private final Map<String, UploadSession> sessions = new HashMap<>();
    private final Queue<Idle> idle = new ArrayDeque<>();
    private final TreeSet<Long> queries = new TreeSet<>(); // the times at which those on their way began
    private final Map<String, Set<String>> byPath = new HashMap<>();
    private final TreeMap<String, Register> files = new TreeMap<>();
    private final Map<String, Committed> committed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Committed> eldest) {
            return size() > COMMITTED;
        }
    };
    private final Map<String, RangeSet> cut = new HashMap<>(); // of few paths
    private final NestedFiles nested = new NestedFiles();
    private long time;

    /** @param withContent whether what is stored is of interest, which takes memory */
    public History(boolean withContent) {
        this.withContent = withContent;
    }

    /** The request of that number is on its way. */
    public void begin(long number, Action action) {
        time++;
        Optional<Piece> piece = Optional.empty();
        if (action instanceof Action.Chunk chunk) {
            Piece begun = new Piece(chunk, time);
            session(chunk.session()).begin(begun);
            byPath.computeIfAbsent(chunk.path(), p -> new TreeSet<>()).add(chunk.session());
            if (withContent) {
                files.computeIfAbsent(chunk.path(), p -> new Register());
            }
            piece = Optional.of(begun);
        } else if (action instanceof Action.OddChunk chunk) {
            byPath.computeIfAbsent(chunk.path(), p -> new TreeSet<>()).add(chunk.session());
        } else if (action instanceof Action.Commit commit) {
            session(commit.session()).beginEnding();
            pathOf(commit.session()).ifPresent(path -> nested.begin(number, path));
        } else if (action instanceof Action.DropSession drop) {
            session(drop.session()).beginEnding();
        }
        if (action instanceof Action.PutFile put) {
            nested.begin(number, put.path());
        }
        if (isQuery(action)) {
            queries.add(time);
        }
        open.put(number, new Open(action, time, piece));
    }

    /** It has ended. */
    public void end(long number, Fate fate) {
        time++;
        Open ended = open.remove(number);
        if (ended == null) {
            throw new IllegalStateException("request " + number + " ends that did not begin");
        }
        nested.end(number);
        Action action = ended.action();
        if (isQuery(action)) {
            queries.remove(ended.begun());
            forgetIdle();
        } else if (action instanceof Action.Chunk chunk) {
            session(chunk.session()).end(ended.piece().orElseThrow(), fate, time);
            forgetIfIdle(chunk.session());
        } else if (action instanceof Action.OddChunk chunk) {
            if (fate == Fate.ACCEPTED || fate == Fate.UNKNOWN) {
                session(chunk.session()).odd(chunk.path());
            }
        } else if (action instanceof Action.Commit commit) {
            endCommit(commit.session(), ended.begun(), fate);
        } else if (action instanceof Action.DropSession drop) {
            session(drop.session()).endEnding(ended.begun(), fate, time);
            forgetIfIdle(drop.session());
        } else if (withContent && (fate == Fate.ACCEPTED || fate == Fate.UNKNOWN)) {
            endWrite(action, ended.begun(), fate == Fate.ACCEPTED);
        }
    }

    private void endCommit(String id, long begun, Fate fate) {
        UploadSession session = session(id);
        if (fate == Fate.ACCEPTED || fate == Fate.UNKNOWN) {
            if (session.isOdd() && withContent) {
                session.namedPaths().forEach(path -> write(path, begun, false, new Content.Unknown()));
            }
            for (String path : session.paths()) {
                cut(path, session.cut());
                for (long length : session.lengths()) {
                    committed.put(id, new Committed(path, length));
                    if (withContent) {
                        boolean surely =
                                fate == Fate.ACCEPTED && session.paths().size() == 1;
                        write(path, begun, surely, Assembly.of(length, session.pieces()));
                    }
                }
            }
        }
        session.endEnding(begun, fate, time);
        forgetIfIdle(id);
    }

    private void endWrite(Action action, long begun, boolean surely) {
        if (action instanceof Action.PutFile put) {
            cut(put.path(), RangeSet.EMPTY);
            write(put.path(), begun, surely, whole(put));
        } else if (action instanceof Action.DeleteContent delete) {
            below(delete.path()).forEach(path -> write(path, begun, surely, new Content.Absent()));
        } else if (action instanceof Action.Copy copy) {
            for (String path : below(copy.from())) {
                String to = copy.to() + path.substring(copy.from().length());
                candidates(path).stream()
                        .filter(content -> !(content instanceof Content.Absent))
                        .forEach(content -> write(to, begun, surely && copy.surely(), content));
            }
        }
    }

    private void cut(String path, RangeSet ranges) {
        if (ranges.isEmpty()) {
            cut.remove(path);
        } else {
            cut.put(path, ranges);
        }
    }

    private static Content whole(Action.PutFile put) {
        Action.Chunk chunk = new Action.Chunk(
                "",
                put.path(),
                0,
                Math.max(0, put.length() - 1),
                Math.max(1, put.length()),
                put.length(),
                put.source());
        return put.length() == 0
                ? new Content.File(0, List.of())
                : Assembly.of(put.length(), List.of(new Piece(chunk, 0)));
    }

    private void write(String path, long begun, boolean surely, Content content) {
        files.computeIfAbsent(path, p -> new Register()).write(begun, time, surely, content);
    }

    /** The known paths that are that one or below it; all for the empty path. */
    private List<String> below(String path) {
        return files.tailMap(path, true).keySet().stream()
                .takeWhile(known -> known.startsWith(path))
                .filter(known ->
                        path.isEmpty() || known.length() == path.length() || known.charAt(path.length()) == '/')
                .toList();
    }

    /** What is right for a query by id that was begun and ends now; to be asked before it is ended. */
    public AllowedSession answers(long number) {
        Open query = open(number);
        return query.action() instanceof Action.QuerySession asked
                ? answers(asked.session(), query.begun())
                : AllowedSession.none();
    }

    private AllowedSession answers(String id, long sent) {
        UploadSession session = sessions.get(id);
        Committed before = committed.get(id);
        if (session != null && (session.isOdd() || !session.pieces().isEmpty())) {
            return session.answers(sent);
        }
        if (before != null) {
            return AllowedSession.committed(before.path(), before.length());
        }
        return session == null ? AllowedSession.none() : session.answers(sent);
    }

    /** What is wrong with the answer to a query by path that was begun and ends now; empty when it is right. */
    public Optional<String> complaint(long number, List<SessionDescription> described) {
        Open query = open(number);
        if (!(query.action() instanceof Action.QueryPath asked)) {
            return Optional.empty();
        }
        Map<String, SessionDescription> byId = new HashMap<>();
        for (SessionDescription session : described) {
            if (byId.put(session.sessionId(), session) != null) {
                return Optional.of("session %s is listed twice".formatted(session.sessionId()));
            }
        }
        Set<String> all = new TreeSet<>(byId.keySet());
        all.addAll(byPath.getOrDefault(asked.path(), Set.of()));
        for (String id : all) {
            AllowedSession allowed = answers(id, query.begun());
            boolean maybeElsewhere = !byId.containsKey(id)
                    && (allowed.paths().size() > 1 || !allowed.paths().contains(asked.path()));
            Optional<String> complaint =
                    maybeElsewhere ? Optional.empty() : allowed.complaint(Optional.ofNullable(byId.get(id)));
            if (complaint.isPresent()) {
                return Optional.of("session %s: %s; right would be %s".formatted(id, complaint.get(), allowed));
            }
        }
        return Optional.empty();
    }

    private Open open(long number) {
        Open found = open.get(number);
        if (found == null) {
            throw new IllegalStateException("request " + number + " is not on its way");
        }
        return found;
    }

    /**
     * Whether the fate of a request hangs on the order in which the server took it and others that overlapped with it, in its
     * session or with a file above or below its own; to be asked before it is ended.
     */
    public boolean raced(long number) {
        Open asked = open(number);
        if (nested.met(number)) {
            return true;
        }
        if (asked.action() instanceof Action.Chunk chunk) {
            return session(chunk.session()).raced(asked.piece().orElseThrow());
        }
        if (asked.action() instanceof Action.Commit commit) {
            return session(commit.session()).endingRaced(asked.begun());
        }
        return asked.action() instanceof Action.DropSession drop
                && session(drop.session()).endingRaced(asked.begun());
    }

    /** Whether it is a chunk for a range of which an earlier one was cut; to be asked before it is ended. */
    public boolean followsCut(long number) {
        Open asked = open(number);
        return asked.action() instanceof Action.Chunk chunk
                && session(chunk.session()).cutBefore(asked.piece().orElseThrow());
    }

    /** Whether it is a commit of a session that lacks only what cut chunks were to bring; to be asked before it is ended. */
    public boolean lacksOnlyCut(long number) {
        return open(number).action() instanceof Action.Commit commit
                && session(commit.session()).lacksOnlyCut();
    }

    /** Where chunks of a session that is open were cut on their way. */
    public RangeSet cutIn(String session) {
        UploadSession found = sessions.get(session);
        return found == null ? RangeSet.EMPTY : found.cut();
    }

    /** Where chunks of the session that brought what lies there were cut on their way. */
    public RangeSet cutAt(String path) {
        return cut.getOrDefault(path, RangeSet.EMPTY);
    }

    /** The path of a session that is open, if it is the only one. */
    public Optional<String> pathOf(String session) {
        UploadSession found = sessions.get(session);
        return found == null || found.paths().size() != 1
                ? Optional.empty()
                : Optional.of(found.paths().iterator().next());
    }

    /** All paths that were spoken of. */
    public Set<String> paths() {
        return files.keySet();
    }

    /** What may be stored there now. */
    public List<Content> candidates(String path) {
        Register register = files.get(path);
        return register == null ? List.of(new Content.Absent()) : register.candidates();
    }

    /** The files that were there before, the last first. */
    public List<Content> replaced(String path) {
        Register register = files.get(path);
        return register == null ? List.of() : register.replaced();
    }

    private UploadSession session(String id) {
        return sessions.computeIfAbsent(id, i -> new UploadSession());
    }

    private static boolean isQuery(Action action) {
        return action instanceof Action.QuerySession || action instanceof Action.QueryPath;
    }

    /** A query that was on its way when a session ended may have found it still. */
    private void forgetIfIdle(String id) {
        UploadSession session = sessions.get(id);
        if (session != null && session.idle()) {
            idle.add(new Idle(id, time));
            forgetIdle();
        }
    }

    private void forgetIdle() {
        long oldest = queries.isEmpty() ? Long.MAX_VALUE : queries.first();
        while (!idle.isEmpty() && idle.element().since() < oldest) {
            forget(idle.remove().session());
        }
    }

    private void forget(String id) {
        UploadSession session = sessions.get(id);
        if (session == null || !session.idle()) {
            return;
        }
        sessions.remove(id);
        List<String> empty = new ArrayList<>();
        for (String path : session.namedPaths()) {
            Set<String> there = byPath.getOrDefault(path, new TreeSet<>());
            there.remove(id);
            if (there.isEmpty()) {
                empty.add(path);
            }
        }
        empty.forEach(byPath::remove);
    }
}
