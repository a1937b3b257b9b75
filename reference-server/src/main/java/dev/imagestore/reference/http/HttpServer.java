package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Behaviour;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listening server. Closing it stops accepting, lets exchanges under way come to their end, and waits for them a while. */
public final class HttpServer implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_READ = 256 * 1024;
    private static final long LAST_TASKS_SECONDS = 10;

    private final ExecutorService disk;
    private final EventLoopGroup loops;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;
    private final Duration drain;

    /** @throws IOException if the address cannot be listened on */
    public HttpServer(InetSocketAddress address, Behaviour behaviour, HttpSettings settings, Collaborators parts)
            throws IOException {
        drain = settings.drain();
        int cores = Runtime.getRuntime().availableProcessors();
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        Class<? extends ServerChannel> type = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        disk = diskThreads(Math.max(4, 2 * cores));
        loops = new MultiThreadIoEventLoopGroup(cores, new DefaultThreadFactory("loop", true), io);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(type)
                .handler(new Acceptance())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(1024, 16384, MAX_READ))
                .childHandler(new ServerInitializer(behaviour, settings, parts, disk, connections))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            shutDown();
            throw new IOException(
                    "cannot listen on " + address + ": " + bound.cause().getMessage(), bound.cause());
        }
        listener = bound.channel();
    }

    /** Threads that may wait. What is handed to them when they have ended is done by the one who does so. */
    private static ExecutorService diskThreads(int count) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("disk", true),
                (late, ended) -> late.run());
    }

    /** Where the server listens; the port is the real one even if any free one was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(Conversation.STOP));
        connections.newCloseFuture().awaitUninterruptibly(drain.toMillis());
        connections.close().awaitUninterruptibly();
        shutDown();
    }

    /** The disk first: what it has done, it tells the loops. */
    private void shutDown() {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(LAST_TASKS_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the disk is still at work {} seconds after the last connection", LAST_TASKS_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.shutdownGracefully(0, LAST_TASKS_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
