package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.model.History;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.ByteOracle;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.InstrumentException;
import dev.imagestore.tck.subject.StoredFile;
import dev.imagestore.tck.traffic.Rewriting;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.wire.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what is stored under each path with what the recording put there. */
public final class StoredContent {

    private static final int KEPT = 1000;
    private static final int SHOWN = 8;
    private static final int MOST_CANDIDATES = 8;

    private final ByteOracle oracle;
    private final Bodies bodies;
    private final Differences differences;
    private final List<PathContent> differing = new ArrayList<>();
    private final List<PathContent> others = new ArrayList<>();
    private long identical;
    private long different;
    private long notJudged;

    public StoredContent(ByteOracle oracle, Bodies bodies, Differences differences) {
        this.oracle = oracle;
        this.bodies = bodies;
        this.differences = differences;
    }

    /** Looks at all paths of one loop; those that are {@code undecided} are not judged. */
    public void compare(History recorded, Rewriting rewriting, int loop, Set<String> undecided) {
        for (String path : recorded.paths()) {
            PathContent found = undecided.contains(path)
                    ? notJudged(path, loop, OptionalLong.empty(), "overlapping requests were taken in another order")
                    : look(path, loop, recorded, rewriting);
            if (found.differs()) {
                different++;
                keep(differing, found);
                differences.add(difference(found, recorded.cutAt(path)));
            } else if (found.state() == PathContent.State.NOT_JUDGED) {
                notJudged++;
                keep(others, found);
            } else {
                identical++;
                keep(others, found);
            }
        }
    }

    private static void keep(List<PathContent> list, PathContent found) {
        if (list.size() < KEPT) {
            list.add(found);
        }
    }

    private PathContent look(String path, int loop, History recorded, Rewriting rewriting) {
        List<Content> candidates = recorded.candidates(path);
        List<Content.File> files = files(candidates.stream());
        boolean known = candidates.stream().noneMatch(Content.Unknown.class::isInstance)
                && files.stream().allMatch(Content.File::known);
        OptionalLong length = files.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(files.get(0).length());
        if (!known) {
            return notJudged(path, loop, length, "the recording does not have all its bytes");
        }
        List<ExpectedFile> expected = choices(files);
        String there = rewriting.path(path);
        StoredFile stored;
        try {
            stored = oracle.read(there, List.copyOf(expected));
        } catch (InstrumentException e) {
            if (!files.isEmpty()) {
                throw e;
            }
            // Refused requests name paths that no oracle takes.
            return notJudged(path, loop, length, String.valueOf(e.getMessage()));
        }
        if (!(stored instanceof StoredFile.Present present)) {
            boolean absent = files.isEmpty() || candidates.size() > files.size();
            return found(
                    path,
                    loop,
                    absent ? PathContent.State.IDENTICAL : PathContent.State.MISSING,
                    length,
                    OptionalLong.empty(),
                    List.of(),
                    "");
        }
        OptionalLong seen = OptionalLong.of(present.length());
        if (present.comparisons().stream().anyMatch(c -> c.equal())) {
            return found(path, loop, PathContent.State.IDENTICAL, length, seen, List.of(), "");
        }
        if (files.isEmpty()) {
            return found(path, loop, PathContent.State.UNEXPECTED, length, seen, List.of(), "");
        }
        List<ExpectedFile> earlier = choices(files(recorded.replaced(path).stream()).stream()
                .filter(Content.File::known)
                .toList());
        if (!earlier.isEmpty() && isOneOf(there, earlier)) {
            return found(path, loop, PathContent.State.STALE, length, seen, List.of(), "");
        }
        List<Damage> damage = damage(there, present.length(), ExpectedFile.choices(files.get(0), bodies), earlier);
        PathContent.State state = damage.isEmpty() ? PathContent.State.IDENTICAL : PathContent.State.DAMAGED;
        return found(path, loop, state, length, seen, damage, "");
    }

    private static PathContent notJudged(String path, int loop, OptionalLong expected, String reason) {
        return found(path, loop, PathContent.State.NOT_JUDGED, expected, OptionalLong.empty(), List.of(), reason);
    }

    private static PathContent found(
            String path,
            int loop,
            PathContent.State state,
            OptionalLong expected,
            OptionalLong length,
            List<Damage> damage,
            String reason) {
        return new PathContent(path, loop + 1, state, expected, length, damage, reason);
    }

    private static List<Content.File> files(Stream<Content> contents) {
        return contents.filter(Content.File.class::isInstance)
                .map(Content.File.class::cast)
                .toList();
    }

    private List<ExpectedFile> choices(List<Content.File> files) {
        return files.stream()
                .flatMap(file -> ExpectedFile.choices(file, bodies).stream())
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private boolean isOneOf(String path, List<ExpectedFile> files) {
        return oracle.read(path, List.<FileContent>copyOf(files)) instanceof StoredFile.Present present
                && present.comparisons().stream().anyMatch(c -> c.equal());
    }

    /** What is stored is put into a file for a while, so that none of it has to be held. */
    private List<Damage> damage(String path, long length, List<ExpectedFile> expected, List<ExpectedFile> earlier) {
        try {
            Path file = Files.createTempFile("imagestore-replay-", ".stored");
            try {
                copy(path, length, file);
                return new Damages(
                                new Window(new StoredBytes(file, BodyDigest.EMPTY), Files.size(file)),
                                windows(expected),
                                windows(earlier),
                                expected.get(0).borders())
                        .find();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at what is stored under " + path, e);
        }
    }

    private void copy(String path, long length, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            oracle.copy(
                    path,
                    piece -> {
                        try {
                            while (piece.hasRemaining()) {
                                channel.write(piece);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException("cannot write " + file, e);
                        }
                    },
                    length);
        }
    }

    private static List<Window> windows(List<ExpectedFile> files) {
        return files.stream().map(file -> new Window(file, file.length())).toList();
    }

    private static Difference difference(PathContent found, RangeSet cut) {
        String expected = found.expectedLength().isPresent()
                ? "a file of %d bytes".formatted(found.expectedLength().getAsLong())
                : "no file";
        return new Difference(
                Difference.Kind.CONTENT,
                requirement(found, cut),
                0,
                found.loop(),
                found.path(),
                expected,
                observed(found));
    }

    private static String observed(PathContent found) {
        return switch (found.state()) {
            case MISSING -> "no file";
            case STALE -> "the file that was there before";
            case UNEXPECTED -> "a file of %d bytes".formatted(found.length().orElse(0));
            default -> {
                List<String> first = found.damage().stream()
                        .limit(SHOWN)
                        .map(Damage::toString)
                        .toList();
                int more = found.damage().size() - first.size();
                yield "%d bytes: %s%s"
                        .formatted(
                                found.length().orElse(0),
                                String.join(", ", first),
                                more == 0 ? "" : " and %d more".formatted(more));
            }
        };
    }

    private static String requirement(PathContent found, RangeSet cut) {
        RangeSet damaged =
                new RangeSet(found.damage().stream().map(Damage::range).toList());
        return switch (found.state()) {
            case MISSING -> "COM-02";
            case STALE -> "COM-03";
            case UNEXPECTED -> "CHK-17";
            default -> Blame.damage(found.damage().get(0).kind(), damaged, cut);
        };
    }

    /** What was seen. */
    public ReplayReport.Content report() {
        List<PathContent> paths = new ArrayList<>(differing);
        others.stream().limit(KEPT - differing.size()).forEach(paths::add);
        return new ReplayReport.Content(ContentObserved.BYTES, identical, different, notJudged, paths);
    }
}
