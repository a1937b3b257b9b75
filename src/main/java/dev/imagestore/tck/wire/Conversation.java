package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on its own connection. Whatever happens first that ends it, ends it:
 *
 * <pre>
 * connecting --> sending --> awaiting --> receiving --> COMPLETE
 *     |             |  \        |             |
 *  REFUSED         CUT  `-------|------------'|   an early answer stops the sending
 *                               |             |
 *                       TIMED_OUT CLOSED RESET INVALID OVERSIZE
 * </pre>
 *
 * A write that fails ends nothing: the answer may already be on its way, so the reading goes on to its own end.
 */
final class Conversation extends ChannelInboundHandlerAdapter implements RequestSender.Events, AnswerReader.Events {

    private final OpenExchange exchange;
    private final RequestSender sender;
    private final AnswerCollector answer;
    private final Duration timeout;

    private @Nullable Channel channel;
    private @Nullable Deadline deadline;
    private @Nullable Throwable writeFailure;
    private boolean ended;

    Conversation(
            OpenExchange exchange,
            byte[] head,
            WireRequest request,
            BodyStore bodies,
            AnswerCollector answer,
            Duration timeout) {
        this.exchange = exchange;
        this.sender = new RequestSender(head, request, bodies, this);
        this.answer = answer;
        this.timeout = timeout;
    }

    /** No connection could be made. */
    void refused(Throwable cause) {
        end(Ending.REFUSED, words(cause));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        sender.start(context.channel());
        if (!ended) {
            deadline = Deadline.start(
                    context.executor(),
                    timeout,
                    sender::progress,
                    () -> end(Ending.TIMED_OUT, "no whole answer within " + timeout));
        }
    }

    @Override
    public void answerBegun() {
        sender.stop();
    }

    @Override
    public void answerWhole() {
        end(Ending.COMPLETE, null);
    }

    @Override
    public void answerOversize() {
        end(Ending.OVERSIZE, "the body of the answer is longer than the bound");
    }

    @Override
    public void answerUndecodable(Throwable cause) {
        if (cause instanceof PrematureChannelClosureException) {
            closed();
        } else {
            end(Ending.INVALID, words(cause));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closed();
    }

    private void closed() {
        if (writeFailure == null) {
            end(Ending.CLOSED, "the peer closed the connection before the answer was whole");
        } else {
            end(Ending.RESET, words(writeFailure));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Optional<String> tls = Tls.failure(cause);
        if (tls.isPresent()) {
            end(Ending.REFUSED, tls.get());
        } else if (cause instanceof IOException) {
            end(Ending.RESET, words(cause));
        } else if (cause instanceof DecoderException) {
            end(Ending.INVALID, words(cause));
        } else {
            broken(new IllegalStateException("cannot go on with the exchange", cause));
        }
    }

    @Override
    public void cut() {
        end(Ending.CUT, null);
    }

    @Override
    public void writeFailed(Throwable cause) {
        writeFailure = cause.getCause() == null ? cause : cause.getCause();
    }

    @Override
    public void broken(RuntimeException cause) {
        exchange.done().completeExceptionally(cause);
        end(Ending.CLOSED, null);
    }

    private void end(Ending ending, @Nullable String problem) {
        if (ended) {
            return;
        }
        ended = true;
        if (deadline != null) {
            deadline.cancel();
        }
        try {
            BodyDigest body = sender.settle();
            close();
            long lastSent = sender.lastSentNanos(exchange.startNanos());
            exchange.end(body, sender.whole(), lastSent, answer, ending, Optional.ofNullable(problem));
        } catch (RuntimeException e) {
            exchange.done().completeExceptionally(e);
            close();
        }
    }

    private void close() {
        if (channel != null) {
            channel.close();
        }
    }

    static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
