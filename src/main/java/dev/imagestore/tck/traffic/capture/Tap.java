package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.wire.AnswerDecoder;
import dev.imagestore.tck.wire.RequestTap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Makes exchanges out of the octets that pass by on one connection; what passes is not touched. For one thread; it is handed
 * copies in the order in which the originals came.
 */
final class Tap {

    private final Ledger ledger;
    private final long connection;
    private final EmbeddedChannel requests = new EmbeddedChannel(new RequestTap());
    private final EmbeddedChannel answers = new EmbeddedChannel(new AnswerDecoder(this::bodiless));
    private final Deque<Captured> open = new ArrayDeque<>();
    private boolean interim;
    private boolean blind;
    private boolean clientFinished;

    Tap(Ledger ledger) {
        this.ledger = ledger;
        this.connection = ledger.nextConnection();
    }

    /** Releases the octets. */
    void fromClient(ByteBuf octets, Instant at) {
        feed(requests, true, octets, at);
    }

    /** Releases the octets. */
    void fromTarget(ByteBuf octets, Instant at) {
        feed(answers, false, octets, at);
    }

    private void feed(EmbeddedChannel decoder, boolean request, ByteBuf octets, Instant at) {
        if (blind || ledger.incomplete().isPresent()) {
            octets.release();
            return;
        }
        try {
            decoder.writeInbound(octets);
            drain(decoder, request, at);
        } catch (RuntimeException e) {
            ledger.giveUp(e);
        }
    }

    private void drain(EmbeddedChannel decoder, boolean request, Instant at) {
        for (Object next = decoder.readInbound(); next != null; next = decoder.readInbound()) {
            try {
                if (next instanceof HttpObject part && !blind) {
                    take(part, request, at);
                }
            } finally {
                ReferenceCountUtil.release(next);
            }
        }
    }

    private void take(HttpObject part, boolean request, Instant at) {
        if (part.decoderResult().isFailure()) {
            blind = true;
            endAll(
                    Ending.INVALID,
                    Optional.of("no HTTP: " + part.decoderResult().cause().getMessage()),
                    at);
        } else if (request) {
            request(part, at);
        } else {
            answer(part, at);
        }
    }

    private void request(HttpObject part, Instant at) {
        if (part instanceof HttpRequest head) {
            Captured captured = new Captured(
                    ledger.nextNumber(),
                    connection,
                    at,
                    head,
                    ledger.recording().bodies().open());
            open.add(captured);
        }
        if (part instanceof HttpContent content && !open.isEmpty()) {
            Captured captured = open.getLast();
            if (content.content().isReadable()) {
                captured.requestBody(content.content().nioBuffer(), at);
            }
            if (content instanceof LastHttpContent) {
                captured.requestWhole(at);
                endIfComplete(at);
            }
        }
    }

    private void answer(HttpObject part, Instant at) {
        if (open.isEmpty()) {
            return; // an answer that nobody asked for has no exchange
        }
        Captured captured = open.getFirst();
        if (part instanceof HttpResponse head) {
            interim = head.status().code() < 200 && head.status().code() != 101;
            if (interim) {
                captured.interim(head, ledger.redactor());
            } else {
                captured.answer(head);
            }
        }
        if (part instanceof HttpContent content && !interim) {
            captured.answerBody(content.content().nioBuffer());
            if (content instanceof LastHttpContent) {
                captured.answerWhole();
                endIfComplete(at);
            }
        }
    }

    /** An exchange that was answered early goes on until its request has come. */
    private void endIfComplete(Instant at) {
        while (!open.isEmpty()
                && open.getFirst().isAnswered()
                && open.getFirst().isWhole()) {
            end(open.removeFirst(), Ending.COMPLETE, Optional.empty(), at);
        }
    }

    /** The client sends no more, but may still listen. */
    void clientFinished() {
        clientFinished = true;
    }

    /** The client went away. */
    void clientClosed(Instant at) {
        closed(at, Optional.empty());
    }

    /** The target closed or reset the connection, or none could be made. */
    void targetClosed(Ending ending, String problem, Instant at) {
        try {
            if (ending == Ending.CLOSED && answers.finish()) {
                drain(answers, false, at); // a body that ends with its connection
            }
        } catch (RuntimeException e) {
            ledger.giveUp(e);
        }
        closed(at, Optional.of(new TargetEnd(ending, problem)));
    }

    private record TargetEnd(Ending ending, String problem) {}

    private void closed(Instant at, Optional<TargetEnd> target) {
        while (!open.isEmpty()) {
            Captured captured = open.removeFirst();
            if (captured.isAnswered()) {
                end(captured, Ending.COMPLETE, Optional.empty(), at);
            } else if (target.isPresent() && !(clientFinished && !captured.isWhole())) {
                end(captured, target.get().ending(), Optional.of(target.get().problem()), at);
            } else {
                end(captured, captured.isWhole() ? Ending.ABANDONED : Ending.CUT, Optional.empty(), at);
            }
        }
        blind = true;
        requests.finishAndReleaseAll();
        answers.finishAndReleaseAll();
    }

    private void endAll(Ending ending, Optional<String> problem, Instant at) {
        while (!open.isEmpty()) {
            end(open.removeFirst(), ending, problem, at);
        }
    }

    private void end(Captured captured, Ending ending, Optional<String> problem, Instant at) {
        if (ledger.incomplete().isPresent()) {
            return;
        }
        try (captured) {
            ledger.add(captured.end(ending, problem.map(ledger.redactor()::redact), at, ledger.redactor()));
        } catch (RuntimeException e) {
            ledger.giveUp(e);
        }
    }

    /** Whether the next answer has no body, whatever its head says. */
    private boolean bodiless() {
        return !open.isEmpty() && open.getFirst().method().equals("HEAD");
    }
}
