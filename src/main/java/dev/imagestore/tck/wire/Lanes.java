package dev.imagestore.tck.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Connections that carry one exchange after the other, for traffic in bulk: like {@link WireClient} they send what they
 * are told to and report what was on the socket, but they keep the connection when both sides can, send stored bodies from
 * the file (without TLS in between), and record nothing.
 */
public final class Lanes implements AutoCloseable {

    private final WireSettings settings;
    private final List<Lane> lanes = new ArrayList<>();
    private final MultiThreadIoEventLoopGroup loops;
    private final EventLoop loop;
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong unsolicited = new AtomicLong();

    public Lanes(WireSettings settings, int count) {
        this.settings = settings;
        boolean epoll = Epoll.isAvailable();
        loops = new MultiThreadIoEventLoopGroup(
                1,
                new DefaultThreadFactory("lanes", true),
                epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        loop = loops.next();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                // A failed write must not close the connection: an answer may be waiting on it.
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(
                        1, Math.min(Integer.MAX_VALUE, settings.timeout().toMillis())));
        Optional<TlsLayer> tls = TlsLayer.towards(settings.endpoint(), settings.tls(), settings.timeout());
        SmallBodies bodies = new SmallBodies();
        loops.terminationFuture().addListener(ended -> bodies.clear());
        AtomicLong connections = new AtomicLong();
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(settings, bootstrap, tls, loop, bodies, connections, unsolicited));
        }
    }

    /** How many there are. */
    public int count() {
        return lanes.size();
    }

    /** The one thread of all the lanes, on which listeners are called and from which sending is cheapest. */
    public ScheduledExecutorService executor() {
        return loop;
    }

    /** Prepares the request on this very thread, and sends it. */
    public void send(int lane, LaneRequest request, LaneListener listener) {
        send(lane, PreparedRequest.of(request, settings.endpoint(), settings.redactor()), listener);
    }

    /** Sends on that lane, which must be free; it is free again when the listener is called, maybe before this returns. */
    public void send(int lane, PreparedRequest request, LaneListener listener) {
        lanes.get(lane).send(exchanges.incrementAndGet(), request, listener);
    }

    /** How many answers came that nobody had asked for. */
    public long unsolicited() {
        return unsolicited.get();
    }

    /** Closes the connections; exchanges that are open are given up and their listeners not called. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
