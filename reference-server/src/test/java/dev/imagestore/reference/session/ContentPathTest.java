package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPathTest {

    @Test
    void leavesOutEmptySegmentsAndResolvesDots() {
        ContentPath path = ContentPath.of(List.of("a", "", ".", "x", "..", "b"));

        assertThat(path).hasToString("a/b").isEqualTo(ContentPath.of(List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a,..", "a,..,..,b", "..,a", "C:,x", "a,b\0c"})
    void refusesWhatNamesNoFileInTheStore(String segments) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ContentPath.of(List.of(segments.split(",", -1))))
                .matches(e -> e.refusal().reason() == Reason.PATH);
    }
}
