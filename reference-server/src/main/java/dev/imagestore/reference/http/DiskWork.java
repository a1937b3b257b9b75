package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does on the disk executor what may wait, and turns what goes wrong there into answers. */
final class DiskWork {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWork.class);

    /** Something that may wait. */
    interface Task {
        Reply run() throws IOException;
    }

    private final Executor executor;
    private final Store store;
    private final Responder responder;

    DiskWork(Executor executor, Collaborators parts) {
        this.executor = executor;
        this.store = parts.store();
        this.responder = parts.responder();
    }

    Executor executor() {
        return executor;
    }

    /**
     * Starts a task and answers when it is done, or in time that it is not; then it goes on all the same.
     *
     * @param seconds how long the answer may take
     * @param failure what is said if the disk fails, such as {@code 'a/b' could not be read}
     */
    Opening.Outcome start(Operation operation, long seconds, String failure, Task task) {
        return new Opening.Working(done(operation, failure, task)
                .completeOnTimeout(
                        responder.refused(operation, timedOut(seconds).refusal()), seconds, TimeUnit.SECONDS));
    }

    /** The same, however long it takes. */
    Opening.Outcome start(Operation operation, String failure, Task task) {
        return new Opening.Working(done(operation, failure, task));
    }

    private CompletableFuture<Reply> done(Operation operation, String failure, Task task) {
        return CompletableFuture.supplyAsync(() -> reply(operation, failure, task), executor);
    }

    static RefusedException timedOut(long seconds) {
        return new RefusedException(Reason.TIMEOUT, "The request was not done within " + seconds + " seconds");
    }

    private Reply reply(Operation operation, String failure, Task task) {
        try {
            return task.run();
        } catch (RefusedException e) {
            return responder.refused(operation, e.refusal());
        } catch (IOException e) {
            LOG.error("{}: {}", failure, e.toString());
            return responder.refused(operation, new Refusal(Reason.STORAGE, failure));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    Reply failed(RuntimeException fault) {
        LOG.error("a request failed", fault);
        return responder.error(new FabricError(500, "E_FAIL", "The request failed"), Map.of());
    }

    /** Removes staged bytes that nobody wants any more. Touches the disk. */
    void discard(Upload upload) {
        try {
            store.discard(upload);
        } catch (IOException e) {
            LOG.warn("staged bytes of {} could not be removed: {}", upload, e.toString());
        }
    }
}
