package dev.imagestore.reference.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentVersionsTest {

    private final VersionRule rule = ComponentVersions.documented(new ApiVersion(6, 10));

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "6.5", "6.9", "6.10"})
    void servesVersionsUpToTheRuntime(String version) {
        assertThat(rule.require(version)).isEqualTo(Dialect.DOCUMENTED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "5.9", "6.11", "7.0", "6", "6.0.1", "6.0foo", "-6.0", "+6.0", "06.0", "6.99999999999", "six"
            })
    void refusesOthers(String version) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rule.require(version));
    }
}
