package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final ApiVersion RUNTIME = new ApiVersion(6, 10);

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "6.5", "6.9", "6.10"})
    void acceptsVersionsUpToTheRuntime(String version) {
        new Parameters(Map.of("api-version", version)).requireApiVersion(RUNTIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5.9", "6.11", "7.0", "6", "6.0.1", "6.0foo", "-6.0", "+6.0", "06.0", "6.99999999999", "six"
            })
    void refusesOtherVersions(String version) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Parameters(Map.of("api-version", version)).requireApiVersion(RUNTIME));
    }

    @Test
    void requiresAVersion() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Parameters(Map.of("Api-Version", "6.0")).requireApiVersion(RUNTIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "60", "060", "4294967295"})
    void acceptsTimeouts(String seconds) {
        new Parameters(Map.of("timeout", seconds)).checkTimeout();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4294967296", "99999999999999999999", "-1", "1.5", "0x10", "abc", " 1"})
    void refusesOtherTimeouts(String seconds) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Parameters(Map.of("timeout", seconds)).checkTimeout());
    }
}
