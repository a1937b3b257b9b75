package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.protocol.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "6.5,  the runtime's version, 6.5",
        "6.5,  the next minor version, 6.6",
        "6.9,  the next minor version, none",
        "6.10, the next minor version, 6.11",
        "6.5,  the next major version, 7.0",
        "6.5,  a version far above, 999.0",
        "6.5,  a version above by component and not as a decimal fraction, 6.10",
        "6.1,  a version above by component and not as a decimal fraction, 6.10",
        "6.12, a version above by component and not as a decimal fraction, 6.100",
        "6.0,  a version above by component and not as a decimal fraction, none",
        "6.5,  a version above as a decimal fraction and not by component, none",
        "6.12, a version above as a decimal fraction and not by component, 6.2",
        "6.99, a version above as a decimal fraction and not by component, none",
    })
    void versionsAreFoundWhereTheRuntimeHasThem(String runtime, String which, String version) {
        RuntimeVersions versions = new RuntimeVersions(ApiVersion.parse(runtime));

        assertThat(versions.named(which).orElse("none")).isEqualTo(version);
    }

    @Test
    void otherWordsAreNoVersion() {
        RuntimeVersions versions = new RuntimeVersions(ApiVersion.parse("6.5"));

        assertThatThrownBy(() -> versions.named("a nice version")).isInstanceOf(IllegalArgumentException.class);
    }
}
