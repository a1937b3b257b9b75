package dev.imagestore.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HistoryLawsTest {

    /** Any cut of a file into chunks, sent in any order, overlapping in time, gives the file. */
    @Property(tries = 200)
    void anyCutInAnyOrderIsTheFile(@ForAll @IntRange(min = 1, max = 60) int length, @ForAll Random random) {
        List<Action.Chunk> chunks = cut(length, random);
        Collections.shuffle(chunks, random);
        History history = new History(true);
        overlapping(history, chunks, random);
        history.begin(1000, new Action.Commit("s"));
        history.end(1000, Fate.ACCEPTED);

        Content.File file = (Content.File) history.candidates("f").get(0);
        assertThat(file.length()).isEqualTo(length);
        assertThat(file.known()).isTrue();
        for (Content.Segment segment : file.segments()) {
            // Each body is named by its first position: where it begins must fit to where it is read.
            assertThat(segment.sources())
                    .hasSize(1)
                    .allMatch(s -> s.source() + s.offset() == segment.range().first());
        }
    }

    /** Whatever order a right server takes overlapping chunks in, its answers are allowed. */
    @Property(tries = 300)
    void everyAnswerOfARightServerIsAllowed(@ForAll @IntRange(min = 1, max = 40) int length, @ForAll Random random) {
        History history = new History(false);
        List<Action.Chunk> waiting = cut(length, random);
        List<Long> flying = new ArrayList<>();
        List<Action.Chunk> flyingChunks = new ArrayList<>();
        RangeSet received = RangeSet.EMPTY;
        boolean exists = false;
        long numbers = 0;
        List<Boolean> taken = new ArrayList<>();
        while (!waiting.isEmpty() || !flying.isEmpty()) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (!waiting.isEmpty()) {
                        flyingChunks.add(waiting.remove(0));
                        flying.add(++numbers);
                        taken.add(false);
                        history.begin(numbers, flyingChunks.get(flyingChunks.size() - 1));
                    }
                }
                case 1 -> {
                    if (!flying.isEmpty()) {
                        int one = random.nextInt(flying.size());
                        taken.set(one, true);
                        received = received.plus(range(flyingChunks.get(one)));
                        exists = true;
                    }
                }
                case 2 -> {
                    int done = taken.indexOf(true);
                    if (done >= 0) {
                        history.end(flying.remove(done), Fate.ACCEPTED);
                        flyingChunks.remove(done);
                        taken.remove(done);
                    }
                }
                default -> {
                    Optional<SessionDescription> described = exists
                            ? Optional.of(new SessionDescription(
                                    "f",
                                    "s",
                                    length,
                                    Optional.empty(),
                                    RangeSet.whole(length).minus(received).ranges()))
                            : Optional.empty();
                    history.begin(++numbers, new Action.QuerySession("s"));
                    assertThat(history.answers(numbers).complaint(described)).isEmpty();
                    history.end(numbers, Fate.ACCEPTED);
                }
            }
        }
    }

    /** A server that loses one accepted chunk is found out. */
    @Property(tries = 200)
    void aLostChunkIsNeverAllowed(@ForAll @IntRange(min = 1, max = 60) int length, @ForAll Random random) {
        List<Action.Chunk> chunks = cut(length, random);
        History history = new History(false);
        overlapping(history, chunks, random);
        history.begin(1000, new Action.QuerySession("s"));
        RangeSet lost = range(chunks.get(random.nextInt(chunks.size())));

        SessionDescription described = new SessionDescription("f", "s", length, Optional.empty(), lost.ranges());
        assertThat(history.answers(1000).complaint(Optional.of(described))).isPresent();
    }

    private static void overlapping(History history, List<Action.Chunk> chunks, Random random) {
        List<Long> flying = new ArrayList<>();
        for (Action.Chunk chunk : chunks) {
            history.begin(chunk.first(), chunk);
            flying.add(chunk.first());
            while (!flying.isEmpty() && random.nextBoolean()) {
                history.end(flying.remove(random.nextInt(flying.size())), Fate.ACCEPTED);
            }
        }
        flying.forEach(number -> history.end(number, Fate.ACCEPTED));
    }

    private static List<Action.Chunk> cut(int length, Random random) {
        List<Action.Chunk> chunks = new ArrayList<>();
        int first = 0;
        while (first < length) {
            int last = Math.min(length - 1, first + random.nextInt(12));
            chunks.add(new Action.Chunk("s", "f", first, last, length, last - first + 1, first));
            first = last + 1;
        }
        return chunks;
    }

    private static RangeSet range(Action.Chunk chunk) {
        return RangeSet.of(new ByteRange(chunk.first(), chunk.last()));
    }
}
