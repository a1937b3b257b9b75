package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Going on with an upload from what the target still expects. */
final class Resuming {

    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(1600);

    private final Conversation conversation;
    private final Expectations expect;

    Resuming(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    /**
     * Sends what is missing. A target may be busy with an earlier request for a moment, so a refusal is a reason to ask
     * again, after longer and longer pauses, as long as the case may send more.
     */
    void resume(Upload upload) {
        Instant deadline = Instant.now().plus(conversation.run().patience());
        RangeSet expected = expect.stillExpected(upload);
        Duration pause = AGAIN;
        while (!expected.isEmpty()) {
            ByteRange next = expected.ranges().get(0);
            Attempt attempt = conversation.upload(upload, next);
            if (attempt.refused() && Instant.now().isBefore(deadline) && conversation.affords(next.length())) {
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
                expected = expect.stillExpected(upload);
            } else {
                if (attempt.refused()) {
                    conversation.run().waitedInVain();
                }
                expect.acceptedAsExpected(attempt);
                expected = expected.minus(RangeSet.of(next));
            }
        }
    }

    /** Sends what is missing and commits; the file has to come out whole. */
    void complete(Upload upload) {
        resume(upload);
        expect.accepted(conversation.commit(upload));
        expect.storedIs(upload, upload.content());
    }
}
