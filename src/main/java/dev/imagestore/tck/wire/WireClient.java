package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP/1.1 client: it sends exactly the octets it is told to, each request on a connection of its own, and
 * reports what was on the socket. Whatever a peer does comes back as an {@link Exchange}; exceptions are ours.
 *
 * <p>Safe for many threads. The recording stays the caller's, to be closed after the client. Futures complete on an
 * event loop, after the exchange was recorded: what is chained to them must not wait. Exchanges that are open when the
 * client is closed, or whose future is cancelled, are given up and not recorded.
 */
public final class WireClient implements AutoCloseable {

    private static final int LOOPS = 2;

    private final WireSettings settings;
    private final Recording recording;
    private final EventLoopGroup loops;
    private final Bootstrap bootstrap;
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Set<OpenExchange> open = ConcurrentHashMap.newKeySet();
    private final Optional<TlsLayer> tls;
    private volatile @Nullable InetSocketAddress address;
    private volatile boolean closed;

    public WireClient(WireSettings settings, Recording recording) {
        this.settings = settings;
        this.recording = recording;
        this.tls = TlsLayer.towards(settings.endpoint(), settings.tls(), Duration.ofMillis(connectMillis(settings)));
        this.loops = new MultiThreadIoEventLoopGroup(
                LOOPS, new DefaultThreadFactory("wire", true), NioIoHandler.newFactory());
        this.bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                // A failed write must not close the connection: an answer may be waiting on it.
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis(settings));
    }

    private static int connectMillis(WireSettings settings) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, settings.timeout().toMillis()));
    }

    /** Sends the request and waits for the end of the exchange. */
    public Exchange send(WireRequest request) {
        return await(sendAsync(request));
    }

    /** The same, and {@code sink} sees the body of the answer. */
    public Exchange send(WireRequest request, BodySink sink) {
        return send(request, sink, settings.maxAnswerBytes());
    }

    /** The same, with a bound of its own for the body of the answer. */
    public Exchange send(WireRequest request, BodySink sink, long maxBytes) {
        return await(start(request, sink, maxBytes));
    }

    public CompletableFuture<Exchange> sendAsync(WireRequest request) {
        return start(request, piece -> {}, settings.maxAnswerBytes());
    }

    /** Opens a connection for several requests; it is the caller's to close. */
    public Dialogue dialogue() {
        long connection = connections.incrementAndGet();
        return new Dialogue(this::connect, line -> request -> turn(request, connection, line));
    }

    private Turn turn(WireRequest request, long connection, Turn.Line line) {
        RequestHead head = RequestHead.of(request, settings.endpoint());
        byte[] octets = head.octets();
        AnswerCollector answer = new AnswerCollector(piece -> {}, settings.maxAnswerBytes(), settings.keptBytes());
        return new Turn(
                open(head, request.caseId(), connection),
                octets,
                request,
                recording.bodies(),
                answer,
                request.patience().orElse(settings.timeout()),
                line);
    }

    private OpenExchange open(RequestHead head, String caseId, long connection) {
        OpenExchange exchange =
                new OpenExchange(exchanges.incrementAndGet(), connection, caseId, head, settings.redactor(), recording);
        open.add(exchange);
        exchange.done().whenComplete((ended, failure) -> open.remove(exchange));
        return exchange;
    }

    private CompletableFuture<Exchange> start(WireRequest request, BodySink sink, long maxBytes) {
        RequestHead head = RequestHead.of(request, settings.endpoint());
        byte[] octets = head.octets();
        OpenExchange exchange = open(head, request.caseId(), connections.incrementAndGet());
        AnswerCollector answer = new AnswerCollector(sink, maxBytes, settings.keptBytes());
        Conversation conversation = new Conversation(
                exchange,
                octets,
                request,
                recording.bodies(),
                answer,
                request.patience().orElse(settings.timeout()));
        CompletableFuture<Exchange> done = exchange.done();
        if (closed) {
            done.completeExceptionally(closedFailure());
            return done;
        }
        connect(new WireInitializer(request.method(), answer, conversation), conversation, done);
        return done;
    }

    private void connect(WireInitializer pipeline, Conversation conversation, CompletableFuture<Exchange> done) {
        ChannelFuture connecting = connect(pipeline);
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                conversation.refused(connected.cause());
            }
        });
        Channel channel = connecting.channel();
        done.whenComplete((ended, failure) -> channel.close());
    }

    private ChannelFuture connect(ChannelInitializer<SocketChannel> pipeline) {
        InetSocketAddress known = address;
        if (known == null) {
            known = Whereabouts.of(settings.endpoint(), settings.timeout());
            address = known.isUnresolved() ? null : known;
        }
        return bootstrap
                .clone()
                .handler(tls.map(layer -> layer.below(pipeline)).orElse(pipeline))
                .connect(known);
    }

    private Exchange await(CompletableFuture<Exchange> done) {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                done.cancel(false);
                throw new IllegalStateException("an event loop must not wait for an exchange: use sendAsync");
            }
        }
        try {
            return done.get();
        } catch (InterruptedException e) {
            done.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the exchange broke on our side: " + e.getCause(), e.getCause());
        }
    }

    private static IllegalStateException closedFailure() {
        return new IllegalStateException("the client is closed");
    }

    /** Gives up what is still open and does not wait. */
    @Override
    public void close() {
        closed = true;
        open.forEach(exchange -> exchange.done().completeExceptionally(closedFailure()));
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
