package dev.imagestore.reference.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the handlers behind it that time goes by: a client that sends a byte now and then is never silent. */
final class Metronome extends ChannelInboundHandlerAdapter {

    static final Object BEAT = new Object();

    private final long nanos;
    private @Nullable Future<?> beats;

    Metronome(Duration period) {
        this.nanos = period.toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (nanos > 0) {
            beats = ctx.executor()
                    .scheduleAtFixedRate(() -> ctx.fireUserEventTriggered(BEAT), nanos, nanos, TimeUnit.NANOSECONDS);
        }
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (beats != null) {
            beats.cancel(false);
        }
        ctx.fireChannelInactive();
    }
}
