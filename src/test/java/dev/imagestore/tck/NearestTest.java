package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("target", "timeout", "parallel", "profile", "strict");

    @Test
    void theNearestComesFirst() {
        assertThat(Nearest.to("targt", NAMES)).startsWith("target, ");
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(Nearest.to("PROFILE", NAMES)).startsWith("profile, ");
    }

    @Test
    void threeAreShown() {
        assertThat(Nearest.to("x", NAMES).split(", ", -1)).hasSize(3);
    }

    @Test
    void equallyNearNamesAreInOrder() {
        assertThat(Nearest.to("CR-9", List.of("CR-3", "CR-1", "CR-2"))).isEqualTo("CR-1, CR-2, CR-3");
    }

    @Test
    void whereThereAreFewerFewerAreShown() {
        assertThat(Nearest.to("x", List.of("only"))).isEqualTo("only");
    }
}
