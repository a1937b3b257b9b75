package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.protocol.CopyDescription;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the numbers of a sequence stand for in one trial: fresh ids, paths of its own, and bytes. */
record Names(List<String> sessions, List<String> paths, List<FileContent> files) {

    Names {
        sessions = List.copyOf(sessions);
        paths = List.copyOf(paths);
        files = List.copyOf(files);
    }

    /** @param folder that nothing else uses */
    static Names fresh(Sequence sequence, String folder) {
        return new Names(
                Stream.generate(() -> UUID.randomUUID().toString())
                        .limit(Sequence.SESSIONS)
                        .toList(),
                List.of(folder + "/file", folder + "/file.old", folder + "/other"),
                IntStream.range(0, sequence.lengths().size())
                        .mapToObj(file -> FileContent.seeded(
                                sequence.seed() * 31 + sequence.number() * 1_000L + file,
                                sequence.lengths().get(file)))
                        .toList());
    }

    String session(int number) {
        return sessions.get(number);
    }

    String path(int number) {
        return paths.get(number);
    }

    FileContent file(int number) {
        return files.get(number);
    }

    /** Lengths are all different, so that there is but one. */
    int fileOf(Content.File stored) {
        return IntStream.range(0, files.size())
                .filter(file -> files.get(file).length() == stored.length())
                .findFirst()
                .orElseThrow();
    }

    Call call(Step step) {
        if (step instanceof Step.Chunk chunk) {
            FileContent file = file(chunk.file());
            return Call.chunk(path(chunk.path()), session(chunk.session()))
                    .range(chunk.range(), file.length())
                    .body(file.body(chunk.range().first(), chunk.range().length()));
        }
        if (step instanceof Step.Commit commit) {
            return Call.commit(session(commit.session()));
        }
        if (step instanceof Step.Drop drop) {
            return Call.deleteSession(session(drop.session()));
        }
        if (step instanceof Step.Ask ask) {
            return Call.getSession(session(ask.session()));
        }
        if (step instanceof Step.AskPath ask) {
            return Call.getSessions(path(ask.path()));
        }
        if (step instanceof Step.Put put) {
            FileContent file = file(put.file());
            return Call.uploadFile(path(put.path())).body(file.body(0, file.length()));
        }
        if (step instanceof Step.Remove remove) {
            return Call.deleteContent(path(remove.path()));
        }
        Step.Copy copy = (Step.Copy) step;
        return Call.copy(CopyDescription.of(path(copy.from()), path(copy.to())).json());
    }

    Action action(Step step) {
        if (step instanceof Step.Chunk chunk) {
            return new Action.Chunk(
                    session(chunk.session()),
                    path(chunk.path()),
                    chunk.range().first(),
                    chunk.range().last(),
                    file(chunk.file()).length(),
                    chunk.range().length(),
                    chunk.file());
        }
        if (step instanceof Step.Commit commit) {
            return new Action.Commit(session(commit.session()));
        }
        if (step instanceof Step.Drop drop) {
            return new Action.DropSession(session(drop.session()));
        }
        if (step instanceof Step.Put put) {
            return put(put.path(), put.file());
        }
        if (step instanceof Step.Remove remove) {
            return new Action.DeleteContent(path(remove.path()));
        }
        return step instanceof Step.Copy copy
                ? new Action.Copy(path(copy.from()), path(copy.to()), true)
                : new Action.Other();
    }

    Action put(int path, int file) {
        return new Action.PutFile(path(path), file(file).length(), file);
    }
}
