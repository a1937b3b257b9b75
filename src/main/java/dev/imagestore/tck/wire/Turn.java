package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a {@link Dialogue}. Unlike an exchange on its own connection it sends the rest of its body after an
 * early answer, since the next request can only follow that, and it ends when both are over. Confined to the event loop.
 */
final class Turn implements RequestSender.Events, AnswerReader.Events {

    /** What a turn can lead to on its connection. */
    interface Line {

        /** Nothing more of this request goes out. */
        void sent(Turn turn);

        /** The final answer is whole, so the next one is to another request. */
        void answered(Turn turn);

        /** No further answer can be read from the connection. */
        void broken();
    }

    private final OpenExchange exchange;
    private final RequestSender sender;
    private final AnswerCollector answer;
    private final AnswerReader reader;
    private final boolean bodiless;
    private final Duration timeout;
    private final Line line;
    private final CompletableFuture<Boolean> invited = new CompletableFuture<>();

    private @Nullable Channel channel;
    private @Nullable Deadline deadline;
    private @Nullable Throwable failure;
    private boolean answered;
    private boolean ended;

    Turn(
            OpenExchange exchange,
            byte[] head,
            WireRequest request,
            BodyStore bodies,
            AnswerCollector answer,
            Duration timeout,
            Line line) {
        this.exchange = exchange;
        this.sender = new RequestSender(head, request, bodies, this);
        this.answer = answer;
        this.reader = new AnswerReader(answer, this);
        this.bodiless = request.method().equals("HEAD");
        this.timeout = timeout;
        this.line = line;
    }

    CompletableFuture<Exchange> done() {
        return exchange.done();
    }

    /** True once 100 was received, false when the final answer or the end came first. */
    CompletableFuture<Boolean> invited() {
        return invited;
    }

    boolean bodiless() {
        return bodiless;
    }

    void hold() {
        sender.hold(0);
    }

    void start(Channel open) {
        channel = open;
        sender.start(open);
        deadline = Deadline.start(
                open.eventLoop(),
                timeout,
                sender::progress,
                () -> breakOff(Ending.TIMED_OUT, "no whole answer within " + timeout));
    }

    void release(long octets) {
        if (channel == null) {
            sender.hold(octets);
        } else {
            sender.release(channel, octets);
        }
    }

    void read(ChannelHandlerContext context, HttpObject part) {
        reader.channelRead0(context, part);
    }

    /** No connection could be made. */
    void refused(Throwable cause) {
        end(Ending.REFUSED, words(cause));
    }

    /** The connection is gone. */
    void closed() {
        if (answered) {
            end(Ending.COMPLETE, null);
        } else if (failure == null) {
            end(Ending.CLOSED, "the peer closed the connection before the answer was whole");
        } else {
            end(Ending.RESET, words(failure));
        }
    }

    void failed(Throwable cause) {
        Optional<String> tls = Tls.failure(cause);
        if (tls.isPresent()) {
            breakOff(Ending.REFUSED, tls.get());
        } else if (cause instanceof IOException) {
            failure = cause;
        } else {
            answerUndecodable(cause);
        }
    }

    @Override
    public void interim(int status) {
        if (status == 100) {
            invited.complete(true);
        }
    }

    @Override
    public void answerBegun() {
        invited.complete(false);
    }

    @Override
    public void answerWhole() {
        answered = true;
        line.answered(this);
        endIfOver();
    }

    @Override
    public void answerOversize() {
        breakOff(Ending.OVERSIZE, "the body of the answer is longer than the bound");
    }

    @Override
    public void answerUndecodable(Throwable cause) {
        if (cause instanceof PrematureChannelClosureException) {
            closed();
        } else {
            breakOff(Ending.INVALID, words(cause));
        }
    }

    @Override
    public void cut() {
        breakOff(Ending.CUT, null);
    }

    @Override
    public void written() {
        if (sender.whole()) {
            line.sent(this);
        }
        endIfOver();
    }

    @Override
    public void writeFailed(Throwable cause) {
        failure = cause.getCause() == null ? cause : cause.getCause();
        line.sent(this);
        endIfOver();
    }

    @Override
    public void broken(RuntimeException cause) {
        exchange.done().completeExceptionally(cause);
        breakOff(Ending.CLOSED, null);
    }

    private void endIfOver() {
        if (answered && sender.resting()) {
            end(Ending.COMPLETE, null);
        }
    }

    private void breakOff(Ending ending, @Nullable String problem) {
        end(ending, problem);
        line.broken();
    }

    private void end(Ending ending, @Nullable String problem) {
        if (ended) {
            return;
        }
        ended = true;
        if (deadline != null) {
            deadline.cancel();
        }
        invited.complete(false);
        try {
            BodyDigest body = sender.settle();
            long lastSent = sender.lastSentNanos(exchange.startNanos());
            exchange.end(body, sender.whole(), lastSent, answer, ending, Optional.ofNullable(problem));
        } catch (RuntimeException e) {
            exchange.done().completeExceptionally(e);
        }
        line.sent(this);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
