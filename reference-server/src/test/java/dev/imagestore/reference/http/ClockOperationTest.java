package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOperationTest {

    @Test
    void readsSeconds() {
        assertThat(ClockOperation.by(Map.of("advance", "1800"))).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "1s", "1000000000"})
    void refusesOtherAdvances(String seconds) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ClockOperation.by(Map.of("advance", seconds)));
    }
}
