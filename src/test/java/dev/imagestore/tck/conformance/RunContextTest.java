package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.SubjectSettings;
import dev.imagestore.tck.subject.TinyPeer;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunContextTest {

    @Test
    void anExpiryIsWaitedForInVainButOnce() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(204, "");
                Recording recording = Recording.discarding();
                Subject subject = Subject.open(settings(peer), recording)) {
            RunContext run = new RunContext(subject, Cases.settings(), new Interruption(), Map.of());

            assertThat(run.patienceForExpiry()).isEqualTo(Duration.ofSeconds(10));

            run.outlived();

            assertThat(run.patienceForExpiry()).isZero();
        }
    }

    private static SubjectSettings settings(TinyPeer peer) {
        return new SubjectSettings(
                peer.endpoint(),
                EnumSet.allOf(Operation.class),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "test",
                Duration.ofSeconds(20),
                Duration.ZERO);
    }
}
