package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.wire.Dialogue;
import dev.imagestore.tck.wire.WireRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls on one connection, one after the other or without waiting. What is sent without waiting is sent once: an answer
 * that asks to come back later is an answer. Of calls that are still open when the talk is closed, nothing is told.
 */
public final class Talk implements AutoCloseable {

    private final Dialogue dialogue;
    private final Function<Call, WireRequest> request;
    private final Consumer<Exchange> told;

    Talk(Dialogue dialogue, Function<Call, WireRequest> request, Consumer<Exchange> told) {
        this.dialogue = dialogue;
        this.request = request;
        this.told = told;
    }

    /** Once calls go out without waiting for the connection. */
    public CompletableFuture<Void> settled() {
        return dialogue.settled();
    }

    /** Sends the whole call behind those before it. */
    public CompletableFuture<Exchange> send(Call call) {
        return told(dialogue.send(request.apply(call)));
    }

    /** Sends the whole call, waits for its answer, and obeys one that asks to come back later a few times. */
    public Exchange ask(Call call) {
        Exchange exchange = send(call).join();
        for (int tries = 1; tries < ImageStore.TRIES; tries++) {
            Optional<Long> wait = ImageStore.comeBackAfter(exchange);
            if (wait.isEmpty()) {
                break;
            }
            Executor later = CompletableFuture.delayedExecutor(wait.get(), TimeUnit.MILLISECONDS);
            exchange = CompletableFuture.supplyAsync(() -> call, later)
                    .thenCompose(this::send)
                    .join();
        }
        return exchange;
    }

    /** Sends the head of the call and holds its body back. */
    public Waiting hold(Call call) {
        Dialogue.Held held = dialogue.hold(request.apply(call));
        return new Waiting(held, told(held.done()));
    }

    /** Closes the connection once that exchange is over: a target that serves one after the other waits for it. */
    public void closeAfter(CompletableFuture<Exchange> last) {
        last.whenComplete((ended, failure) -> close());
    }

    /** Whether the target closes the connection within that time. */
    public boolean closedWithin(Duration time) {
        return dialogue.closedWithin(time);
    }

    @Override
    public void close() {
        dialogue.close();
    }

    private CompletableFuture<Exchange> told(CompletableFuture<Exchange> done) {
        return done.thenApply(exchange -> {
            told.accept(exchange);
            return exchange;
        });
    }

    /**
     * A call of which the head was sent.
     *
     * @param done the exchange, once it has ended
     */
    public record Waiting(Dialogue.Held body, CompletableFuture<Exchange> done) {}
}
