package dev.imagestore.reference.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Requests.Ranges;
import dev.imagestore.reference.request.ApiVersion;
import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.session.LaxRangeParser;
import dev.imagestore.reference.session.SessionLimits;
import dev.imagestore.reference.session.StrictRangeParser;
import dev.imagestore.reference.session.UploadSessions;
import dev.imagestore.reference.store.DiskStore;
import dev.imagestore.reference.store.StoreLayout;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A server with one connection and no socket, in the thread of the test. */
final class EmbeddedServer implements Closeable {

    private final DiskStore store;
    private final UploadSessions sessions;
    private final EmbeddedChannel channel;
    private final List<Throwable> faults = new ArrayList<>();

    EmbeddedServer(Behaviour behaviour, Path folder, SessionLimits limits, Executor disk) throws IOException {
        StoreLayout layout = new StoreLayout(folder);
        Clock clock = Clock.systemUTC();
        store = DiskStore.open(layout, false, clock);
        sessions = new UploadSessions(behaviour, limits, clock, 0);
        Collaborators parts = new Collaborators(
                RequestRules.of(behaviour.requests(), new ApiVersion(6, 5)),
                behaviour.requests().ranges() == Ranges.STRICT ? new StrictRangeParser() : new LaxRangeParser(),
                sessions,
                layout,
                store,
                store.library(),
                new FabricResponder(behaviour),
                clock);
        HttpSettings settings = new HttpSettings(
                "test",
                Optional.empty(),
                true,
                Optional.empty(),
                1L << 30,
                500,
                1000,
                1,
                2,
                Duration.ofMinutes(1),
                Duration.ZERO,
                Optional.empty());
        channel = new EmbeddedChannel();
        channel.config().setAutoRead(false);
        channel.pipeline()
                .addLast(new ServerInitializer(
                        behaviour, settings, parts, disk, new DefaultChannelGroup(GlobalEventExecutor.INSTANCE)));
        channel.pipeline()
                .addBefore(channel.pipeline().lastContext().name(), "faults", new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                        faults.add(cause);
                        ctx.fireExceptionCaught(cause);
                    }
                });
        channel.pipeline().fireChannelActive();
    }

    EmbeddedChannel channel() {
        return channel;
    }

    UploadSessions sessions() {
        return sessions;
    }

    void send(byte[] octets, int from, int length) {
        channel.writeInbound(Unpooled.copiedBuffer(octets, from, length));
        channel.runPendingTasks();
    }

    /** What was answered since the last call, an octet a character. */
    String received() {
        channel.runPendingTasks();
        StringBuilder text = new StringBuilder();
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            text.append(piece.toString(ISO_8859_1));
            piece.release();
        }
        return text.toString();
    }

    List<Throwable> faults() {
        return faults;
    }

    @Override
    public void close() throws IOException {
        channel.finishAndReleaseAll();
        store.close();
    }
}
