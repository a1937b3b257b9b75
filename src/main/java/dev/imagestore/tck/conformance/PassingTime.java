package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Waits for the target's own clock, which the dates of new sessions show, however coarse they are. */
final class PassingTime {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Conversation conversation;
    private int opened;

    PassingTime(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Opens sessions until one of them is dated later; false when none is within the patience of the run. */
    boolean laterThan(Instant date) {
        Instant deadline = Instant.now().plus(conversation.run().patience());
        while (true) {
            if (isDatedLater(date)) {
                return true;
            }
            if (!Instant.now().isBefore(deadline)) {
                conversation.run().waitedInVain();
                return false;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private boolean isDatedLater(Instant date) {
        String path = conversation.freshPath("witness-" + opened++);
        Upload witness = new Upload(UUID.randomUUID().toString(), path, conversation.freshContent(2));
        conversation.upload(witness, new ByteRange(0, 0));
        return conversation
                .session(witness)
                .session()
                .flatMap(SessionDescription::modified)
                .map(opening -> opening.isAfter(date))
                .orElse(false);
    }
}
