package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.TlsLayer;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that records. It passes octets on as they come, in both directions, and so adds and changes nothing but the TLS
 * below them, of which each side has its own; exchanges are made out of copies, on threads of their own. Closing it ends all connections and the recording.
 */
public final class Capture implements AutoCloseable {

    private static final int THREADS = 2;
    private static final long PATIENCE_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);

    private final Ledger ledger;
    private final EventLoopGroup loops;
    private final List<ExecutorService> recorders = new ArrayList<>();
    private final AtomicInteger nextRecorder = new AtomicInteger();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;
    private final Optional<TlsLayer> toClients;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Capture(CaptureSettings settings) {
        ledger = Ledger.open(settings.out(), new Redactor(settings.redact(), List.of()));
        loops = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("proxy", true), NioIoHandler.newFactory());
        for (int i = 0; i < THREADS; i++) {
            recorders.add(Executors.newSingleThreadExecutor(new DefaultThreadFactory("recorder", true)));
        }
        toClients = settings.listenerTls().map(tls -> TlsLayer.of(tls, PATIENCE));
        Optional<TlsLayer> toTarget = TlsLayer.towards(settings.target(), settings.tls(), PATIENCE);
        Bootstrap target = new Bootstrap()
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
                .remoteAddress(settings.target().host(), settings.target().port());
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.AUTO_CLOSE, false)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        connections.add(client);
                        toClients.ifPresent(layer -> layer.addTo(client));
                        new Bridge(client, target, toTarget, new Recorder(ledger, recorder())).start();
                    }
                })
                .bind(settings.host(), settings.port())
                .awaitUninterruptibly();
        listener = bound.channel();
        if (!bound.isSuccess()) {
            close();
            throw new UsageException("cannot listen on %s:%d: %s; expected a free port of an address of this machine"
                    .formatted(settings.host(), settings.port(), reason(bound.cause())));
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /**
     * Starts to listen and to record.
     *
     * @throws UsageException when it cannot listen there
     */
    public static Capture start(CaptureSettings settings) {
        return new Capture(settings);
    }

    private ExecutorService recorder() {
        return recorders.get(Math.floorMod(nextRecorder.getAndIncrement(), THREADS));
    }

    /** Where clients are to go. */
    public String url() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        String host = address.getAddress().getHostAddress();
        return (toClients.isPresent() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + address.getPort();
    }

    /** How many exchanges were recorded. */
    public long exchanges() {
        return ledger.written();
    }

    /** How many octets their requests had. */
    public long bytes() {
        return ledger.bytes();
    }

    public int openSessions() {
        return ledger.openSessions();
    }

    /** Why and from where on the recording is incomplete, if it is. */
    public Optional<String> incomplete() {
        return ledger.incomplete();
    }

    /** Ends what is going on; exchanges that are open are recorded as they are. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        listener.close().syncUninterruptibly();
        connections.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        for (ExecutorService recorder : recorders) {
            recorder.shutdown();
            try {
                recorder.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        ledger.close();
    }
}
