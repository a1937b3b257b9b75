package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.wire.Tls;
import dev.imagestore.tck.wire.TlsLayer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client and the one to the target that it is passed on by, both on one event loop. What is read on one
 * side is read only as fast as the other side and the recorder take it; an end of input becomes one, and a reset a reset.
 */
final class Bridge {

    private final SocketChannel client;
    private final Bootstrap toTarget;
    private final Optional<TlsLayer> targetTls;
    private final Recorder recorder;
    private @Nullable SocketChannel target;
    private boolean clientFinished;
    private boolean targetFinished;
    private boolean over;

    Bridge(SocketChannel client, Bootstrap toTarget, Optional<TlsLayer> targetTls, Recorder recorder) {
        this.client = client;
        this.toTarget = toTarget;
        this.targetTls = targetTls;
        this.recorder = recorder;
    }

    void start() {
        client.pipeline().addLast("client", new Side(true));
        recorder.onResume(() -> client.eventLoop().execute(this::throttle));
        toTarget.clone()
                .group(client.eventLoop())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        targetTls.ifPresent(layer -> layer.addTo(channel));
                        channel.pipeline().addLast("target", new Side(false));
                    }
                })
                .connect()
                .addListener((ChannelFutureListener) connected -> {
                    if (connected.isSuccess()) {
                        target = (SocketChannel) connected.channel();
                        throttle();
                    } else {
                        refused(String.valueOf(connected.cause().getMessage()));
                    }
                });
    }

    private void refused(String problem) {
        targetFinished = true;
        recorder.targetClosed(Ending.REFUSED, problem);
        over = true;
        client.close();
    }

    /** Each side is read as long as what was read can go on. */
    private void throttle() {
        SocketChannel there = target;
        if (there != null) {
            client.config().setAutoRead(there.isWritable() && !recorder.isFull());
            there.config().setAutoRead(client.isWritable() && !recorder.isFull());
        }
    }

    private void passOn(ByteBuf octets, boolean fromClient) {
        SocketChannel to = fromClient ? target : client;
        if (over || to == null) {
            octets.release();
            return;
        }
        recorder.passed(octets, fromClient);
        // a slice, since TLS may reallocate what can grow, while the recorder still reads it
        to.writeAndFlush(octets.slice()).addListener(written -> {
            if (!written.isSuccess()) {
                broken(!fromClient, written.cause());
            }
        });
        throttle();
    }

    private void finished(boolean byClient) {
        if (byClient ? clientFinished : targetFinished) {
            return; // TLS tells of its own end and then of that of the connection
        }
        SocketChannel to = byClient ? target : client;
        if (byClient) {
            clientFinished = true;
            recorder.clientFinished();
        } else {
            targetFinished = true;
            recorder.targetClosed(Ending.CLOSED, "the target closed the connection");
        }
        if (over || to == null) {
            return;
        }
        to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> TlsLayer.endOutput(to));
        if (clientFinished && targetFinished) {
            end(null, "", false);
        }
    }

    /** @param ofTarget how the target ended it; null when the client did, or both are through */
    private void end(@Nullable Ending ofTarget, String problem, boolean reset) {
        if (over) {
            return;
        }
        over = true;
        if (ofTarget != null) {
            recorder.targetClosed(ofTarget, problem);
        } else {
            recorder.clientClosed();
        }
        close(client, reset);
        if (target != null) {
            close(target, reset);
        }
    }

    /** A side is lost; what TLS refuses is as good as never reached. */
    private void broken(boolean ofClient, Throwable cause) {
        Optional<String> tls = Tls.failure(cause);
        Ending ofTarget = tls.isPresent() ? Ending.REFUSED : Ending.RESET;
        end(ofClient ? null : ofTarget, tls.orElse(String.valueOf(cause.getMessage())), true);
    }

    private static void close(SocketChannel channel, boolean reset) {
        ChannelHandlerContext outermost = channel.pipeline().firstContext();
        if (reset && channel.isActive() && outermost != null) {
            channel.config().setSoLinger(0);
            // past TLS, which would take its leave
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> outermost.close());
        } else {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private final class Side extends ChannelInboundHandlerAdapter {
        private final boolean isClient;

        Side(boolean isClient) {
            this.isClient = isClient;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            passOn((ByteBuf) message, isClient);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof ChannelInputShutdownEvent
                    || (event instanceof SslCloseCompletionEvent closed && closed.isSuccess())) {
                finished(isClient);
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            throttle();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(isClient ? null : Ending.CLOSED, "the target closed the connection", false);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            broken(isClient, cause);
        }
    }
}
