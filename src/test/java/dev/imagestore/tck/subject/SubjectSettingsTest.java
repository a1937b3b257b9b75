package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.wire.Endpoint;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectSettingsTest {

    @Test
    void theInstrumentsOfTheBundledServerAreAtItsAddress() {
        SubjectSettings settings = new SubjectSettings(
                Endpoint.parse("http://127.0.0.1:4711"),
                EnumSet.allOf(Operation.class),
                Optional.empty(),
                Optional.of("http://elsewhere/{path}"),
                Optional.of("http://elsewhere/{seconds}"),
                List.of(),
                "test",
                Duration.ofSeconds(20),
                Duration.ZERO);

        SubjectSettings bundled = settings.bundled();

        assertThat(bundled.content()).contains("http://127.0.0.1:4711/_content/{path}");
        assertThat(bundled.clock()).contains("http://127.0.0.1:4711/_clock?advance={seconds}");
    }
}
