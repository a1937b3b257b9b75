package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several requests on one connection, each sent when its user says so; all their exchanges bear the number of the
 * connection. Answers belong to requests in their order. Safe for many threads; nothing here waits but
 * {@link #closedWithin}. Exchanges that are open when the dialogue is closed are given up and not recorded.
 */
public final class Dialogue implements AutoCloseable {

    private final Function<Turn.Line, Turns> turns;
    private final Deque<Turn> unsent = new ArrayDeque<>();
    private final Deque<Turn> unanswered = new ArrayDeque<>();
    private final List<Turn> open = new ArrayList<>();
    private final Channel channel;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private @Nullable Turn sending;
    private @Nullable Throwable refusal;
    private boolean connected;

    /** Makes the turns of one dialogue. */
    interface Turns {
        Turn next(WireRequest request);
    }

    /** A request of which only the head was sent. */
    public interface Held {

        /** True once the peer has asked for the body by 100, false when a final answer or the end came first. */
        CompletableFuture<Boolean> invited();

        /** Lets the body go as far as that octet. */
        void release(long octets);

        /** Lets the whole body go. */
        default void release() {
            release(Long.MAX_VALUE);
        }

        /** The exchange, once it has ended: when it was answered and nothing more of its body is let go. */
        CompletableFuture<Exchange> done();
    }

    Dialogue(Function<ChannelInitializer<SocketChannel>, ChannelFuture> connect, Function<Turn.Line, Turns> turns) {
        this.turns = turns;
        ChannelFuture connecting = connect.apply(new Pipeline());
        this.channel = connecting.channel();
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected = true;
                proceed();
            } else {
                refusal = done.cause();
                over();
            }
            settled.complete(null);
        });
    }

    /** Sends the whole request behind those before it. */
    public CompletableFuture<Exchange> send(WireRequest request) {
        Turn turn = turn(request);
        onLoop(() -> enqueue(turn));
        return turn.done();
    }

    /** Sends the head of the request behind the requests before it, and nothing of its body. */
    public Held hold(WireRequest request) {
        Turn turn = turn(request);
        turn.hold();
        onLoop(() -> enqueue(turn));
        return new Held() {
            @Override
            public CompletableFuture<Boolean> invited() {
                return turn.invited();
            }

            @Override
            public void release(long octets) {
                onLoop(() -> turn.release(octets));
            }

            @Override
            public CompletableFuture<Exchange> done() {
                return turn.done();
            }
        };
    }

    /** Once the connection is there, or cannot be made: a request that is sent now does not wait for it. */
    public CompletableFuture<Void> settled() {
        return settled.copy();
    }

    /** Whether the connection is closed by the peer, now or within that time. */
    public boolean closedWithin(Duration time) {
        return channel.closeFuture().awaitUninterruptibly(time.toMillis());
    }

    @Override
    public void close() {
        onLoop(() -> {
            List.copyOf(open).forEach(turn -> turn.done().cancel(false));
            channel.close();
        });
    }

    private Turn turn(WireRequest request) {
        return turns.apply(line).next(request);
    }

    private void onLoop(Runnable task) {
        channel.eventLoop().execute(task);
    }

    private void enqueue(Turn turn) {
        open.add(turn);
        turn.done().whenComplete((ended, failure) -> onLoop(() -> open.remove(turn)));
        unsent.add(turn);
        if (refusal != null || (connected && !channel.isActive())) {
            over();
        } else {
            proceed();
        }
    }

    private void proceed() {
        if (!connected || sending != null || unsent.isEmpty()) {
            return;
        }
        Turn next = unsent.remove();
        sending = next;
        unanswered.add(next);
        next.start(channel);
    }

    private void over() {
        Throwable why = refusal;
        for (Turn turn : List.copyOf(open)) {
            if (why == null) {
                turn.closed();
            } else {
                turn.refused(why);
            }
        }
        unsent.clear();
        unanswered.clear();
    }

    private final Turn.Line line = new Turn.Line() {
        @Override
        public void sent(Turn turn) {
            if (sending == turn) {
                sending = null;
                proceed();
            }
        }

        @Override
        public void answered(Turn turn) {
            unanswered.remove(turn);
        }

        @Override
        public void broken() {
            channel.close();
        }
    };

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel socket) {
            socket.pipeline()
                    .addLast("preamble", new HttpPreamble())
                    .addLast("decoder", new AnswerDecoder(() -> {
                        Turn next = unanswered.peek();
                        return next != null && next.bodiless();
                    }))
                    .addLast("dialogue", new Reader());
        }
    }

    /** Hands each part of an answer to the oldest request without one; more than was asked for ends the connection. */
    private final class Reader extends SimpleChannelInboundHandler<HttpObject> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            Turn turn = unanswered.peek();
            if (turn == null) {
                context.close();
            } else {
                turn.read(context, part);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            List.copyOf(open).forEach(turn -> turn.failed(cause));
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            over();
        }
    }
}
