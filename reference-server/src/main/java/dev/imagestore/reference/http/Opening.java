package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Reservation;
import java.util.concurrent.CompletableFuture;

/** How an exchange goes on once the head of its request is known. */
sealed interface Opening {

    /** The answer is known; a body is of no interest. */
    record Answered(Reply reply) implements Opening {}

    /** The answer needs the disk; a body is of no interest. */
    record Working(CompletableFuture<Reply> reply) implements Opening {}

    /** The body is wanted. */
    record Receiving(Reservation reservation) implements Opening {}
}
