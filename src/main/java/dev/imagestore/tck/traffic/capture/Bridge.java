package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Ending;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client and the one to the target that it is passed on by, both on one event loop. What is read on one
 * side is read only as fast as the other side and the recorder take it; an end of input becomes one, and a reset a reset.
 */
final class Bridge {

    private final SocketChannel client;
    private final Bootstrap toTarget;
    private final Recorder recorder;
    private @Nullable SocketChannel target;
    private boolean clientFinished;
    private boolean targetFinished;
    private boolean over;

    Bridge(SocketChannel client, Bootstrap toTarget, Recorder recorder) {
        this.client = client;
        this.toTarget = toTarget;
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
        to.writeAndFlush(octets).addListener(written -> {
            if (!written.isSuccess()) {
                end(
                        fromClient ? Ending.RESET : null,
                        String.valueOf(written.cause().getMessage()),
                        true);
            }
        });
        throttle();
    }

    private void finished(boolean byClient) {
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
        to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> to.shutdownOutput());
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

    private static void close(SocketChannel channel, boolean reset) {
        if (reset && channel.isActive()) {
            channel.config().setSoLinger(0);
        }
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
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
            if (event instanceof ChannelInputShutdownEvent) {
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
            end(isClient ? null : Ending.RESET, String.valueOf(cause.getMessage()), true);
        }
    }
}
