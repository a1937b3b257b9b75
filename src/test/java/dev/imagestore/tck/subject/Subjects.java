package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Subjects of which only what a test is about has to be said. */
public final class Subjects {

    private Subjects() {}

    public static Subject open(TinyPeer peer, Set<Operation> claimed, Recording recording) {
        return open(peer, claimed, Optional.empty(), recording);
    }

    static Subject open(TinyPeer peer, Set<Operation> claimed, Optional<String> oracle, Recording recording) {
        return Subject.open(
                new SubjectSettings(
                        peer.endpoint(),
                        claimed,
                        Optional.empty(),
                        oracle,
                        Optional.empty(),
                        List.of(),
                        "test",
                        Duration.ofSeconds(20),
                        Duration.ZERO),
                recording);
    }
}
