package dev.imagestore.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done on another thread, as if it were done on this one. */
final class Beside {

    private Beside() {}

    /** Waits for it to end; what it throws is thrown here as it was. */
    static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
