package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Ending;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One exchange after the other, on one connection as long as it lasts. Confined to its event loop. */
final class Lane {

    private final WireSettings settings;
    private final Bootstrap bootstrap;
    private final Optional<TlsLayer> tls;
    private final EventLoop loop;
    private final SmallBodies bodies;
    private final AtomicLong connections;
    private final AtomicLong unsolicited;

    private @Nullable Connection connection;
    private @Nullable Flight flight;

    Lane(
            WireSettings settings,
            Bootstrap bootstrap,
            Optional<TlsLayer> tls,
            EventLoop loop,
            SmallBodies bodies,
            AtomicLong connections,
            AtomicLong unsolicited) {
        this.settings = settings;
        this.bootstrap = bootstrap;
        this.tls = tls;
        this.loop = loop;
        this.bodies = bodies;
        this.connections = connections;
        this.unsolicited = unsolicited;
    }

    /** Safe for any thread. */
    void send(long number, PreparedRequest request, LaneListener listener) {
        if (loop.inEventLoop()) {
            start(number, request, listener);
        } else {
            loop.execute(() -> start(number, request, listener));
        }
    }

    private void start(long number, PreparedRequest request, LaneListener listener) {
        if (connection != null && connection.channel != null && connection.channel.isActive()) {
            fly(connection, number, request, listener);
            return;
        }
        Connection fresh = new Connection(connections.incrementAndGet());
        connection = fresh;
        ChannelFuture connecting = bootstrap
                .clone()
                .handler(fresh)
                .connect(settings.endpoint().host(), settings.endpoint().port());
        fresh.channel = connecting.channel();
        connecting.addListener(connected -> {
            Flight begun = fly(fresh, number, request, listener, connected.isSuccess());
            if (!connected.isSuccess()) {
                end(begun, Ending.REFUSED, Conversation.words(connected.cause()));
            }
        });
    }

    private void fly(Connection on, long number, PreparedRequest request, LaneListener listener) {
        fly(on, number, request, listener, true);
    }

    private Flight fly(Connection on, long number, PreparedRequest request, LaneListener listener, boolean connected) {
        Flight begun = new Flight(settings, number, on.number, request, listener, this::end);
        flight = begun;
        if (connected && on.channel != null) {
            on.bodiless = request.request().method().equals("HEAD");
            begun.start(on.channel, bodies);
        }
        return begun;
    }

    private void end(Flight ended, Ending ending, @Nullable String problem) {
        if (flight != ended) {
            return;
        }
        flight = null;
        if (!ended.reusable(ending) && connection != null) {
            Connection gone = connection;
            connection = null;
            if (gone.channel != null) {
                gone.channel.close();
            }
        }
        ended.tell(ending, problem);
    }

    /** The pipeline of one connection and what comes out of it. */
    private final class Connection extends ChannelInitializer<SocketChannel> {
        private final long number;
        private boolean bodiless;
        private @Nullable Channel channel;

        Connection(long number) {
            this.number = number;
        }

        @Override
        protected void initChannel(SocketChannel opened) {
            tls.ifPresent(layer -> layer.addTo(opened));
            opened.pipeline()
                    .addLast("preamble", new HttpPreamble())
                    .addLast("decoder", new AnswerDecoder(() -> bodiless))
                    .addLast("answers", new Answers(this));
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<HttpObject> {
        private final Connection own;
        private boolean interim;

        Answers(Connection own) {
            this.own = own;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            Flight current = current();
            if (current == null) {
                unsolicited(part);
                context.close();
            } else if (part.decoderResult().isFailure()) {
                undecodable(current, part.decoderResult().cause());
            } else {
                take(current, part);
            }
        }

        /** What follows an answer that was read while another was expected belongs to nobody. */
        private void unsolicited(HttpObject part) {
            if (part instanceof HttpResponse && connection == own) {
                unsolicited.incrementAndGet();
            }
        }

        private void take(Flight current, HttpObject part) {
            if (part instanceof HttpResponse head) {
                interim = AnswerReader.isInterim(head);
                if (interim) {
                    current.interim(head);
                } else {
                    current.answer().begin(head);
                    current.begun(HttpUtil.isKeepAlive(head));
                }
            }
            if (part instanceof HttpContent content && !interim) {
                if (!current.answer().take(content.content().nioBuffer())) {
                    end(current, Ending.OVERSIZE, "the body of the answer is longer than the bound");
                } else if (content instanceof LastHttpContent) {
                    end(current, Ending.COMPLETE, null);
                }
            }
        }

        private void undecodable(Flight current, Throwable cause) {
            if (cause instanceof PrematureChannelClosureException) {
                closed(current);
            } else {
                end(current, Ending.INVALID, Conversation.words(cause));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            Flight current = current();
            if (current != null) {
                closed(current);
            }
        }

        private void closed(Flight current) {
            if (current.cutting()) {
                end(current, Ending.CUT, null);
            } else if (current.writeFailure().isPresent()) {
                end(current, Ending.RESET, current.writeFailure().get());
            } else {
                end(current, Ending.CLOSED, "the peer closed the connection before the answer was whole");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Flight current = current();
            Optional<String> failure = Tls.failure(cause);
            if (current == null) {
                context.close();
            } else if ((failure.isPresent() || cause instanceof IOException) && current.cutting()) {
                end(current, Ending.CUT, null);
            } else if (failure.isPresent()) {
                end(current, Ending.REFUSED, failure.get());
            } else if (cause instanceof IOException) {
                end(current, Ending.RESET, Conversation.words(cause));
            } else if (cause instanceof DecoderException) {
                end(current, Ending.INVALID, Conversation.words(cause));
            } else {
                throw new IllegalStateException("cannot go on with the exchange", cause);
            }
        }

        /** The exchange that this connection is for, unless it has ended meanwhile. */
        private @Nullable Flight current() {
            return connection == own ? flight : null;
        }
    }
}
