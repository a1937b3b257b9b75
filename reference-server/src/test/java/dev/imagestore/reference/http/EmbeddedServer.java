package dev.imagestore.reference.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagestore.reference.behaviour.Behaviour;
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
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server with one connection and no socket, in the thread of the test, on a folder that goes with it. */
final class EmbeddedServer implements Closeable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Path folder;
    private final DiskStore store;
    private final EmbeddedChannel channel;
    private final List<Throwable> faults = new ArrayList<>();
    private final StringBuilder received = new StringBuilder();

    EmbeddedServer(Behaviour behaviour) throws IOException {
        folder = Files.createTempDirectory("embedded-");
        StoreLayout layout = new StoreLayout(folder);
        Clock clock = Clock.systemUTC();
        store = DiskStore.open(layout, false, clock);
        Collaborators parts = new Collaborators(
                RequestRules.of(behaviour.requests(), new ApiVersion(6, 5)),
                behaviour.requests().ranges() == dev.imagestore.reference.behaviour.Requests.Ranges.STRICT
                        ? new StrictRangeParser()
                        : new LaxRangeParser(),
                new UploadSessions(
                        behaviour, new SessionLimits(1L << 40, 10, 1L << 40, Duration.ofMinutes(30)), clock, 0),
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
                0,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty());
        channel = new EmbeddedChannel();
        channel.config().setAutoRead(false);
        channel.pipeline()
                .addLast(new ServerInitializer(
                        behaviour,
                        settings,
                        parts,
                        Runnable::run,
                        new DefaultChannelGroup(GlobalEventExecutor.INSTANCE)));
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

    void send(byte[] octets, int from, int length) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(octets, from, length));
            settle();
        }
    }

    /** The client sends no more. */
    void end() {
        if (channel.isOpen()) {
            channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            settle();
        }
    }

    private void settle() {
        channel.runPendingTasks();
        channel.runPendingTasks();
        for (Object piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            if (piece instanceof ByteBuf bytes) {
                received.append(bytes.toString(ISO_8859_1));
                bytes.release();
            }
        }
    }

    List<String> statuses() {
        Matcher statuses = STATUS.matcher(received);
        List<String> found = new ArrayList<>();
        while (statuses.find()) {
            found.add(statuses.group(1));
        }
        return found;
    }

    List<Throwable> faults() {
        return faults;
    }

    @Override
    public void close() throws IOException {
        channel.finishAndReleaseAll();
        store.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(EmbeddedServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
