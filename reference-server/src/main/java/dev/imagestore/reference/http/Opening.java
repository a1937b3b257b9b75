package dev.imagestore.reference.http;

import java.util.concurrent.CompletableFuture;

/** How an exchange goes on once the head of its request is known. */
sealed interface Opening {

    /** The body is wanted. */
    record Receiving(BodySink sink) implements Opening {}

    /** The end of an exchange: what follows is the answer. */
    sealed interface Outcome extends Opening {}

    /** The answer is known; a body is of no interest. */
    record Answered(Reply reply) implements Outcome {}

    /** The answer needs the disk; a body is of no interest. */
    record Working(CompletableFuture<Reply> reply) implements Outcome {}
}
