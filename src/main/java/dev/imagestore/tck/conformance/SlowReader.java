package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.StoredFile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who reads a stored file and stops behind its first bytes until told to go on. Of a file that is longer than what
 * lies between the two ends of a connection, the target has yet to send the rest by then.
 */
final class SlowReader {

    /** It holds up others who read through the same instrument, and a target that does one thing at a time. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final CompletableFuture<StoredFile> reading;

    private SlowReader(Conversation conversation, Upload upload, Executor executor) {
        this.reading = CompletableFuture.supplyAsync(
                () -> conversation.stored(upload, List.of(new Pausing(upload.content()))), executor);
    }

    /** Begins to read what is stored under the path of the upload, and waits until the first bytes are there. */
    static SlowReader begin(Conversation conversation, Upload upload, Executor executor) {
        SlowReader reader = new SlowReader(conversation, upload, executor);
        CompletableFuture.anyOf(reader.stopped, reader.reading.handle((stored, failure) -> ""))
                .join();
        return reader;
    }

    /** Reads the rest; what the whole was. */
    CompletableFuture<StoredFile> goOn() {
        goOn.countDown();
        return reading;
    }

    private void awaitWord() {
        try {
            goOn.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is compared with the bytes as they come, and so is where the reader can be held up. */
    private final class Pausing implements FileContent {
        private final FileContent content;

        Pausing(FileContent content) {
            this.content = content;
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public void read(long position, ByteBuffer into) {
            if (stopped.complete(null)) {
                awaitWord();
            }
            content.read(position, into);
        }
    }
}
