package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Draws one sequence. It goes by what a server would mostly answer, so that uploads come to their end now and then; what
 * the target really does is the matter of the trial.
 */
final class Draw {

    /** The most steps that a sequence has, and the greatest length of a file in bytes. */
    static final int MOST_STEPS = 24;

    static final int LONGEST = 600;

    private static final int FEWEST_STEPS = 6;
    private static final int PIECES = 4;

    private final Random random;
    private final Predicate<Operation> claimed;
    private final List<Integer> lengths = new ArrayList<>();
    private final List<Progress> sessions = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** A session as it ought to be by now. */
    private static final class Progress {
        private int path;
        private int file = -1;
        private final List<ByteRange> ahead = new ArrayList<>();
        private final List<ByteRange> sent = new ArrayList<>();

        boolean open() {
            return file >= 0;
        }

        void end() {
            file = -1;
            ahead.clear();
            sent.clear();
        }
    }

    private Draw(Random random, Predicate<Operation> claimed) {
        this.random = random;
        this.claimed = claimed;
        for (int i = 0; i < Sequence.SESSIONS; i++) {
            sessions.add(new Progress());
        }
    }

    /** The sequence of that seed and number; the same whenever it is drawn for the same operations. */
    static Sequence sequence(long seed, int number, Predicate<Operation> claimed) {
        Draw draw = new Draw(new Random(seed * 0x9E3779B97F4A7C15L + number), claimed);
        int length = FEWEST_STEPS + draw.random.nextInt(MOST_STEPS - FEWEST_STEPS + 1);
        while (draw.steps.size() < length) {
            draw.step();
        }
        return new Sequence(seed, number, draw.lengths, draw.steps.subList(0, length));
    }

    private void step() {
        int session = random.nextInt(Sequence.SESSIONS);
        Progress progress = sessions.get(session);
        switch (random.nextInt(20)) {
            case 0, 1 -> add(new Step.Put(path(), file(chance(10) ? 0 : length())));
            case 2 -> add(new Step.Remove(path()));
            case 3 -> copy();
            case 4 -> add(new Step.Ask(session));
            case 5 -> add(new Step.AskPath(path()));
            case 6, 7, 8 -> drop(session, progress);
            case 9 -> add(new Step.Commit(session));
            case 10 -> stray(session, progress);
            default -> advance(session, progress);
        }
    }

    /** The next chunk of the session, or its commit. */
    private void advance(int session, Progress progress) {
        if (!progress.open()) {
            begin(progress);
        }
        if (progress.ahead.isEmpty()) {
            add(new Step.Commit(session));
            progress.end();
            return;
        }
        ByteRange range = progress.ahead.remove(0);
        progress.sent.add(range);
        add(new Step.Chunk(session, progress.path, progress.file, range));
    }

    private void begin(Progress progress) {
        int length = length();
        progress.path = path();
        progress.file = file(length);
        Set<Integer> starts = new LinkedHashSet<>(List.of(0));
        for (int i = random.nextInt(PIECES); i > 0; i--) {
            starts.add(random.nextInt(length));
        }
        List<Integer> borders = new ArrayList<>(starts.stream().sorted().toList());
        borders.add(length);
        for (int i = 0; i + 1 < borders.size(); i++) {
            progress.ahead.add(new ByteRange(borders.get(i), borders.get(i + 1) - 1));
        }
        Collections.shuffle(progress.ahead, random);
    }

    /** A chunk that was sent before, or overlaps with others, or is for another path or length than its session. */
    private void stray(int session, Progress progress) {
        if (!progress.open()) {
            begin(progress);
        }
        int file = progress.file;
        int length = lengths.get(file);
        int first = random.nextInt(length);
        ByteRange range = new ByteRange(first, first + random.nextInt(length - first));
        switch (random.nextInt(4)) {
            case 0 -> {
                int other = length();
                add(new Step.Chunk(session, progress.path, file(other), new ByteRange(0, other - 1)));
            }
            case 1 -> add(new Step.Chunk(session, path(), file, range));
            case 2 ->
                add(new Step.Chunk(
                        session,
                        progress.path,
                        file,
                        progress.sent.isEmpty() ? range : progress.sent.get(random.nextInt(progress.sent.size()))));
            default -> add(new Step.Chunk(session, progress.path, file, range));
        }
    }

    /** Mostly of a session that is there. */
    private void drop(int session, Progress progress) {
        if (progress.sent.isEmpty() && !chance(4)) {
            advance(session, progress);
            return;
        }
        add(new Step.Drop(session));
        progress.end();
    }

    private void copy() {
        int from = path();
        int to = (from + 1 + random.nextInt(Sequence.PATHS - 1)) % Sequence.PATHS;
        add(new Step.Copy(from, to));
    }

    /** Now and then a client sends the same again. */
    private void add(Step step) {
        if (claimed.test(step.operation())) {
            steps.add(step);
            for (int again = chance(8) ? 1 + random.nextInt(2) : 0; again > 0; again--) {
                steps.add(step);
            }
        }
    }

    /** The first path is met most, since sessions have to meet. */
    private int path() {
        return chance(3) ? random.nextInt(Sequence.PATHS) : 0;
    }

    /** A length that no file of the sequence has yet. */
    private int length() {
        int length;
        do {
            length = 1 + random.nextInt(chance(2) ? 20 : LONGEST);
        } while (lengths.contains(length));
        return length;
    }

    /** The file of that length, which is a new one but for the empty file. */
    private int file(int length) {
        if (!lengths.contains(length)) {
            lengths.add(length);
        }
        return lengths.indexOf(length);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
