package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    @Test
    void spellingsOfOneValueAreOneId() {
        SessionId upper = SessionId.parse("5D0A3E0C-1F7B-4B0E-9B1D-3B8A0C0F1E2D");

        assertThat(upper).isEqualTo(SessionId.parse("5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d"));
        assertThat(upper).hasToString("5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "5d0a3e0c1f7b4b0e9b1d3b8a0c0f1e2d",
                "{5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d}",
                "5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2",
                "5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2g",
                "5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d ",
                "5d0a3e0c1-f7b-4b0e-9b1d-3b8a0c0f1e2d",
                "urn:uuid:5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d",
                "00000000-0000-0000-0000-000000000000",
            })
    void refusesEverythingElse(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> SessionId.parse(text))
                .matches(e -> e.refusal().reason() == Reason.SESSION_ID);
    }
}
