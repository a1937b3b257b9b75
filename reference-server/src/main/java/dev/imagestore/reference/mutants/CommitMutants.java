package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.http.Operation;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

/** Commits that do too much, too little, or the wrong thing. */
final class CommitMutants {

    private CommitMutants() {}

    static List<Mutant> all() {
        return List.of(
                EarlyVisibility.MUTANT,
                TailKept.MUTANT,
                RefusedBefore.ENDS_SESSION,
                RefusedBefore.OVERLOOKS_LATER_GAPS,
                gap("gap-accepted", 1, "A session that still expects bytes can be committed.", (upload, gaps) -> true),
                gap(
                        "gap-of-one-byte-accepted",
                        3,
                        "A session that lacks a single byte can be committed.",
                        (upload, gaps) -> gaps.size() == 1 && gaps.get(0).length() == 1),
                gap(
                        "gap-at-end-accepted",
                        2,
                        "A session that lacks nothing but the end can be committed.",
                        (upload, gaps) -> gaps.size() == 1 && gaps.get(0).last() == upload.fileLength() - 1),
                gap(
                        "gap-at-start-accepted",
                        2,
                        "A session that lacks nothing but the start can be committed.",
                        (upload, gaps) -> gaps.size() == 1 && gaps.get(0).first() == 0),
                gap(
                        "two-gaps-accepted",
                        3,
                        "A session with more than one gap can be committed.",
                        (upload, gaps) -> gaps.size() > 1),
                commit(
                        "commit-of-nothing-accepted",
                        "COM-06",
                        1,
                        "The commit of an unknown session is a success.",
                        (parts, id, right) ->
                                right instanceof Refusal refusal && refusal.reason() == Reason.SESSION_UNKNOWN
                                        ? new Commitment.AlreadyPublished()
                                        : right),
                commit(
                        "early-commit-ends-session",
                        "COM-05",
                        2,
                        "A session whose commit is refused is gone.",
                        (parts, id, right) -> {
                            if (right instanceof Refusal refusal && refusal.reason() == Reason.ARGUMENT) {
                                parts.sessions().delete(id);
                            }
                            return right;
                        }),
                commit(
                        "early-commit-removes-file",
                        "COM-15",
                        3,
                        "A commit that is refused has removed the old file.",
                        (parts, id, right) -> {
                            if (right instanceof Refusal) {
                                parts.sessions().find(id).ifPresent(session -> remove(parts, session.upload()));
                            }
                            return right;
                        }),
                commit(
                                "fabric-second-commit-refused",
                                "COM-09",
                                2,
                                "A second commit is refused.",
                                (parts, id, right) -> right instanceof Commitment.AlreadyPublished
                                        ? new Refusal(Reason.ARGUMENT, "Session " + id + " is committed")
                                        : right)
                        .in("service-fabric"),
                Mutant.of(
                        "commit-ends-others",
                        "COM-16",
                        Family.ISOLATION,
                        2,
                        "A commit ends all sessions of its path.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public void endCommit(Upload upload, boolean published) {
                                super.endCommit(upload, published);
                                findByPath(upload.path())
                                        .forEach(other -> delete(other.upload().id()));
                            }
                        })),
                Mutant.of(
                        "first-session-of-path-committed",
                        "COM-16",
                        Family.ISOLATION,
                        2,
                        "Of several sessions of a path the first is committed, whichever was meant.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public Commitment beginCommit(SessionId id) {
                                SessionId chosen = find(id).flatMap(session ->
                                                findByPath(session.upload().path()).stream()
                                                        .filter(other -> other.expectedRanges()
                                                                .isEmpty())
                                                        .findFirst())
                                        .map(session -> session.upload().id())
                                        .orElse(id);
                                return super.beginCommit(chosen);
                            }
                        })),
                published(
                        "old-file-kept",
                        "COM-03",
                        1,
                        "A commit does not replace a file that exists.",
                        (parts, upload) -> {
                            if (exists(parts, upload)) {
                                parts.store().discard(upload);
                                return false;
                            }
                            return true;
                        }),
                published(
                        "shorter-file-kept-out",
                        "COM-03",
                        3,
                        "A commit does not replace a file that is longer.",
                        (parts, upload) -> {
                            if (exists(parts, upload) && Files.size(file(parts, upload)) > upload.fileLength()) {
                                parts.store().discard(upload);
                                return false;
                            }
                            return true;
                        }),
                published(
                        "published-in-place",
                        "COM-13",
                        3,
                        "A commit writes over the old file piece by piece.",
                        (parts, upload) -> {
                            if (exists(parts, upload)) {
                                overwrite(parts, upload);
                            }
                            return true;
                        }),
                published(
                        "nothing-published",
                        "COM-02",
                        1,
                        "A commit is answered 200, but the file does not become visible.",
                        (parts, upload) -> {
                            parts.store().discard(upload);
                            return false;
                        }),
                Mutant.of(
                        "commit-answered-202",
                        "COM-02",
                        Family.COMMIT,
                        2,
                        "A commit is answered 202.",
                        Replies.done(Operation.COMMIT, reply -> Replies.status(reply, 202))),
                Mutant.of(
                        "folders-not-made",
                        "URI-03",
                        Family.CONFINEMENT,
                        2,
                        "A chunk for a folder that does not exist is refused.",
                        parts -> parts.with(new ForwardingStore(parts.store()) {
                            @Override
                            public void requireStorable(ContentPath path) {
                                super.requireStorable(path);
                                if (!Files.isDirectory(
                                        parts.layout().published(path).resolveSibling("."))) {
                                    throw new RefusedException(Reason.PATH, "There is no folder for '" + path + "'");
                                }
                            }
                        })));
    }

    private interface Committing {
        Commitment begin(Collaborators parts, SessionId id, Commitment right);
    }

    private interface Publishing {
        /** Whether the file is to be published besides. */
        boolean publish(Collaborators parts, Upload upload) throws IOException;
    }

    private static Mutant gap(
            String name, int subtlety, String sentence, BiPredicate<Upload, List<ByteRange>> overlooked) {
        return Mutant.of(
                name,
                "COM-04",
                Family.COMMIT,
                subtlety,
                sentence,
                parts -> parts.with(new GapAccepted(parts.sessions(), overlooked)));
    }

    private static Mutant commit(String name, String requirement, int subtlety, String sentence, Committing way) {
        return Mutant.of(
                name,
                requirement,
                Family.COMMIT,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                    @Override
                    public Commitment beginCommit(SessionId id) {
                        return way.begin(parts, id, super.beginCommit(id));
                    }
                }));
    }

    private static Mutant published(String name, String requirement, int subtlety, String sentence, Publishing way) {
        return Mutant.of(
                name,
                requirement,
                Family.COMMIT,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingStore(parts.store()) {
                    @Override
                    public void publish(Upload upload) throws IOException {
                        if (way.publish(parts, upload)) {
                            super.publish(upload);
                        }
                    }
                }));
    }

    private static Path file(Collaborators parts, Upload upload) {
        return parts.layout().published(upload.path());
    }

    private static boolean exists(Collaborators parts, Upload upload) {
        return Files.isRegularFile(file(parts, upload));
    }

    static void remove(Collaborators parts, Upload upload) {
        try {
            Files.deleteIfExists(file(parts, upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void overwrite(Collaborators parts, Upload upload) throws IOException {
        try (FileChannel from = FileChannel.open(parts.layout().staging(upload), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(file(parts, upload), StandardOpenOption.WRITE)) {
            long piece = Math.max(1, from.size() / 64);
            for (long at = 0; at < from.size(); at += piece) {
                to.position(at);
                from.transferTo(at, piece, to);
                LockSupport.parkNanos(500_000);
            }
            to.truncate(from.size());
        }
    }
}
