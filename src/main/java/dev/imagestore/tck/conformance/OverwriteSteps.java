package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.CopyDescription;
import dev.imagestore.tck.subject.BrokenOffException;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Files that are replaced while others read them. */
public final class OverwriteSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Queue<String> mixtures = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger readings = new AtomicInteger();

    /** How a file gets to its path. */
    private interface Way {

        /** What has to be there beforehand. */
        default void prepare(Upload next) {}

        void replace(Upload next);
    }

    public OverwriteSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("it is replaced {int} times by files of {int} to {int} MiB while others read it")
    public void commit(int times, int least, int most) {
        replaceWhileRead(times, (long) least << 20, (long) most << 20, new Way() {
            @Override
            public void prepare(Upload next) {
                expect.established(conversation.upload(next, new ByteRange(0, next.length() - 1)));
            }

            @Override
            public void replace(Upload next) {
                replaced(conversation.commit(next));
            }
        });
    }

    @When("it is replaced by a plain upload of {size} while others read it")
    public void put(Long length) {
        replaceWhileRead(
                1, length, length, next -> replaced(conversation.files().put(next)));
    }

    @When("it is replaced by a copy of {size} while others read it")
    public void copy(Long length) {
        replaceWhileRead(1, length, length, new Way() {
            @Override
            public void prepare(Upload next) {
                conversation.stage().store(List.of(source(next)));
            }

            @Override
            public void replace(Upload next) {
                String description =
                        CopyDescription.of(source(next).path(), next.path()).json();
                replaced(conversation.ask(Call.copy(description)));
            }

            private Upload source(Upload next) {
                return new Upload(next.sessionId(), next.path() + "." + next.sessionId(), next.content());
            }
        });
    }

    /** On some platforms a file that is open cannot be replaced: no reader sees a mixture then. */
    private void replaced(Attempt attempt) {
        if (attempt.refused() && attempt.status() < 500) {
            throw Undecided.untested("the target replaces no file while it is read: " + attempt.observed());
        }
        expect.established(attempt);
    }

    @Then("every reader has seen one whole file")
    public void oneWholeFile() {
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        expect.check(
                mixtures.isEmpty(),
                "one of the files, whole, in each of %d readings".formatted(readings.get()),
                "%d readings of none of the files, such as %s".formatted(mixtures.size(), mixtures.peek()));
    }

    private void replaceWhileRead(int times, long least, long most, Way way) {
        if (conversation.subject().sight() != Sight.BYTES) {
            throw Undecided.untested("no content oracle: a mixture of files cannot be seen");
        }
        Upload old = conversation.current();
        Set<String> versions = new HashSet<>(Set.of(old.content().sha256()));
        List<Upload> replacements = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long length = least + (most - least) * (i % 2);
            Upload next = conversation.begin(old.path(), conversation.freshContent(length));
            versions.add(next.content().sha256());
            replacements.add(next);
        }
        replacements.forEach(way::prepare);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Void>> reading = new ArrayList<>();
            reading.add(CompletableFuture.runAsync(() -> readUntil(done, old, versions), readers));
            Upload now = old;
            for (Upload next : replacements) {
                SlowReader slow = SlowReader.begin(conversation, now, readers);
                try {
                    way.replace(next);
                } finally {
                    reading.add(slow.goOn().handle((stored, failure) -> judge(stored, failure, versions)));
                }
                reading.get(reading.size() - 1).join();
                now = next;
            }
            done.set(true);
            reading.forEach(CompletableFuture::join);
        } finally {
            done.set(true);
            readers.shutdown();
        }
    }

    /** Reads again and again. */
    private void readUntil(AtomicBoolean done, Upload upload, Set<String> versions) {
        while (!done.get() && failures.isEmpty()) {
            try {
                judge(conversation.stored(upload, List.of()), null, versions);
            } catch (RuntimeException e) {
                judge(null, e, versions);
            }
        }
    }

    /** A file that is absent for a moment is no mixture; one that ends too early is no whole file. */
    private @Nullable Void judge(@Nullable StoredFile stored, @Nullable Throwable failure, Set<String> versions) {
        readings.incrementAndGet();
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BrokenOffException broken) {
            mixtures.add(String.valueOf(broken.getMessage()));
        } else if (cause instanceof RuntimeException unexpected) {
            failures.add(unexpected);
        } else if (stored instanceof StoredFile.Present present
                && !versions.contains(present.sha256().orElse(""))) {
            mixtures.add(present.toString());
        }
        return null;
    }
}
