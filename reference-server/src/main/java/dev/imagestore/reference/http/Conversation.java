package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Delivery;
import dev.imagestore.reference.behaviour.Delivery.Framing;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a request, its answer, the next request. Nothing is read unless this handler asks for it, one message
 * at a time.
 *
 * <pre>
 *            body wanted                 settled
 *   WAITING ------------> RECEIVING ----------------> answered
 *      |   body unwanted                  done           |
 *      +----------------> WORKING -------------------> answered
 *
 *   answered --> WAITING     the request is over and the connection goes on
 *            --> DRAINING    its body is not over; once it is, WAITING
 *            --> LINGERING   the connection ends: only the client's half is still read, so that closing
 *                            does not destroy the answer before it is read
 * </pre>
 */
final class Conversation extends ChannelInboundHandlerAdapter {

    /** Fired at every connection when the server stops: those at rest close, the others finish their exchange. */
    static final Object STOP = new Object();

    private enum State {
        WAITING,
        RECEIVING,
        WORKING,
        DRAINING,
        LINGERING,
        CLOSED
    }

    private final Operations operations;
    private final ReplySender sender;
    private final Delivery delivery;
    private final long leastBytes;
    private final RequestLog log = new RequestLog();

    private State state = State.WAITING;
    private @Nullable IncomingBody body;
    private boolean persistent = true;
    private boolean bodiless;
    private boolean chunked;
    private boolean requestEnded;
    private boolean inputEnded;
    private boolean stopping;
    private long drained;
    private @Nullable IncomingBody bodyAtBeat;
    private long receivedAtBeat;
    private boolean drainingAtBeat;

    /** @param leastBytes that a body must bring from one beat to the next */
    Conversation(Operations operations, ReplySender sender, Delivery delivery, long leastBytes) {
        this.leastBytes = leastBytes;
        this.operations = operations;
        this.sender = sender;
        this.delivery = delivery;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message == EndOfInput.MESSAGE) {
            inputEnded(ctx);
        } else if (message instanceof HttpRequest request && state == State.WAITING) {
            requestEnded = message instanceof LastHttpContent;
            drained = 0;
            begin(ctx, request);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpContent content) {
            proceed(ctx, content);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        log.begin(request);
        RequestHead head = new RequestHead(request);
        persistent = false;
        bodiless = head.isHead();
        chunked = false;
        try {
            head.requireSound();
            chunked = delivery.framing() == Framing.CHUNKED && head.understandsCodings();
            persistent = head.wantsPersistence() && !stopping;
            Opening opening = operations.open(head);
            if (opening instanceof Opening.Receiving receiving) {
                receive(ctx, receiving, head.expectsContinue());
                return;
            }
            persistent &= head.bodyCanBeDrained();
            conclude(ctx, (Opening.Outcome) opening);
        } catch (ProtocolException e) {
            answer(ctx, operations.answer(e));
        }
    }

    private void receive(ChannelHandlerContext ctx, Opening.Receiving receiving, boolean expectsContinue) {
        state = State.RECEIVING;
        body = operations.receive(receiving.sink(), ctx.executor(), new IncomingBody.Listener() {
            @Override
            public void written() {
                wantMore(ctx);
            }

            @Override
            public void ended(Opening.Outcome outcome) {
                body = null;
                conclude(ctx, outcome);
            }
        });
        if (expectsContinue) {
            ReplySender.askForBody(ctx);
        }
        ctx.read();
    }

    private void conclude(ChannelHandlerContext ctx, Opening.Outcome outcome) {
        if (outcome instanceof Opening.Answered answered) {
            answer(ctx, answered.reply());
        } else if (outcome instanceof Opening.Working working) {
            if (state != State.CLOSED) {
                state = State.WORKING;
            }
            working.reply().thenAccept(reply -> ctx.executor().execute(() -> answer(ctx, reply)));
        }
    }

    private void proceed(ChannelHandlerContext ctx, HttpContent content) {
        boolean broken = content.decoderResult().isFailure();
        requestEnded = content instanceof LastHttpContent && !broken;
        IncomingBody receiver = body;
        if (state == State.RECEIVING && receiver != null) {
            receiver.add(content.content());
            if (broken) {
                persistent = false;
                receiver.cut();
            } else if (requestEnded) {
                receiver.end();
            } else {
                wantMore(ctx);
            }
            return;
        }
        drained += content.content().readableBytes();
        content.release();
        if (state == State.DRAINING) {
            if (broken || drained > RequestHead.WORTH_DRAINING) {
                persistent = false;
            }
            goOn(ctx);
        } else {
            ctx.read();
        }
    }

    private void wantMore(ChannelHandlerContext ctx) {
        IncomingBody receiver = body;
        if (state == State.RECEIVING && receiver != null && receiver.wantsMore()) {
            ctx.read();
        }
    }

    private void answer(ChannelHandlerContext ctx, Reply reply) {
        Duration delay = delivery.pace().delay();
        if (delay.isZero()) {
            send(ctx, reply);
            return;
        }
        if (state != State.CLOSED) {
            state = State.WORKING;
        }
        ctx.executor().schedule(() -> send(ctx, reply), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(ChannelHandlerContext ctx, Reply reply) {
        log.end(reply.status());
        if (state == State.CLOSED) {
            sender.dispose(reply);
            return;
        }
        persistent &= !stopping && !inputEnded && !delivery.closing().concerns(reply.status());
        ChannelFuture sent = sender.send(ctx, reply, persistent, bodiless, chunked);
        if (reply instanceof Reply.Message) {
            goOn(ctx);
        } else {
            state = State.WORKING;
            sent.addListener(future -> goOn(ctx));
        }
    }

    /** After an answer, or a piece of a body that nobody wants. */
    private void goOn(ChannelHandlerContext ctx) {
        if (state == State.CLOSED) {
            return;
        }
        if (!persistent || inputEnded || stopping) {
            end(ctx);
        } else {
            state = requestEnded ? State.WAITING : State.DRAINING;
            ctx.read();
        }
    }

    private void end(ChannelHandlerContext ctx) {
        boolean lingering = state == State.LINGERING;
        state = State.LINGERING;
        if (inputEnded) {
            Farewell.closeOnceFlushed(ctx);
            return;
        }
        if (!lingering) {
            Farewell.linger(ctx);
        }
        ctx.read();
    }

    private void inputEnded(ChannelHandlerContext ctx) {
        inputEnded = true;
        if (state == State.RECEIVING) {
            cutBody();
        } else if (state != State.WORKING) {
            end(ctx);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == STOP) {
            stopping = true;
            if (state == State.WAITING) {
                Farewell.closeOnceFlushed(ctx);
            }
        } else if (event instanceof IdleStateEvent) {
            silent(ctx);
        } else if (event == Metronome.BEAT) {
            beat(ctx);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void silent(ChannelHandlerContext ctx) {
        IncomingBody receiver = body;
        if (state == State.RECEIVING && receiver != null) {
            if (receiver.wantsMore()) {
                cutBody();
            }
        } else if (state != State.WORKING || !ctx.channel().isWritable()) {
            ctx.close();
        }
    }

    /** Ends what is too slow: a body, if it is not the disk that is, and one that nobody wants. */
    private void beat(ChannelHandlerContext ctx) {
        IncomingBody receiver = state == State.RECEIVING ? body : null;
        long received = receiver == null ? 0 : receiver.bytesReceived();
        boolean slow = receiver == bodyAtBeat && received - receivedAtBeat < leastBytes;
        boolean tooLong = state == State.DRAINING && drainingAtBeat;
        bodyAtBeat = receiver;
        receivedAtBeat = received;
        drainingAtBeat = state == State.DRAINING;
        if (receiver != null && slow && receiver.wantsMore()) {
            cutBody();
        } else if (tooLong) {
            ctx.close();
        }
    }

    private void cutBody() {
        IncomingBody receiver = body;
        persistent = false;
        if (receiver != null) {
            receiver.cut();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        state = State.CLOSED;
        cutBody();
    }
}
