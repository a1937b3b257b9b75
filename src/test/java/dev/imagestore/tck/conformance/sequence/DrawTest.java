package dev.imagestore.tck.conformance.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Property
    void aSequenceFollowsFromSeedAndNumber(@ForAll long seed, @ForAll @IntRange(max = 1000) int number) {
        assertThat(Draw.sequence(seed, number, operation -> true))
                .isEqualTo(Draw.sequence(seed, number, operation -> true));
    }

    @Property
    void chunksLieInsideFilesThatDifferInLength(@ForAll long seed, @ForAll @IntRange(max = 1000) int number) {
        Sequence sequence = Draw.sequence(seed, number, operation -> true);

        assertThat(sequence.lengths()).doesNotHaveDuplicates();
        assertThat(sequence.steps()).hasSizeBetween(1, Draw.MOST_STEPS).allSatisfy(step -> {
            if (step instanceof Step.Chunk chunk) {
                assertThat(chunk.range().last()).isLessThan(sequence.lengths().get(chunk.file()));
            }
        });
    }

    @Property
    void anIdThatIsUsedAgainAfterTheEndOfItsSessionIsForAnotherFile(@ForAll long seed) {
        Sequence sequence = Draw.sequence(seed, 1, operation -> true);
        Set<String> over = new HashSet<>();
        Set<String> now = new HashSet<>();
        for (Step step : sequence.steps()) {
            if (step instanceof Step.Chunk chunk) {
                String use = chunk.session() + " " + chunk.file();
                assertThat(over).doesNotContain(use);
                now.add(use);
            } else if (step instanceof Step.Drop drop) {
                now.stream().filter(use -> use.startsWith(drop.session() + " ")).forEach(over::add);
            }
        }
    }

    @Test
    void onlyClaimedOperationsAreAskedFor() {
        Set<Operation> claimed = Set.of(Operation.UPLOAD_CHUNK, Operation.COMMIT);

        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> Draw.sequence(1, number, claimed::contains))
                        .flatMap(sequence -> sequence.steps().stream())
                        .map(Step::operation))
                .allMatch(claimed::contains);
    }
}
