package dev.imagestore.tck.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** TLS between a socket and what speaks over it. What is written before the handshake is over waits for it. */
public final class TlsLayer {

    private final Function<Channel, SslHandler> handler;
    private final Duration patience;

    private TlsLayer(Function<Channel, SslHandler> handler, Duration patience) {
        this.handler = handler;
        this.patience = patience;
    }

    /**
     * As a client of that server; empty if it is reached by http.
     *
     * @param patience with the handshake
     */
    public static Optional<TlsLayer> towards(Endpoint server, Tls tls, Duration patience) {
        if (!server.secure()) {
            return Optional.empty();
        }
        SslContext context = tls.context();
        return Optional.of(
                new TlsLayer(channel -> context.newHandler(channel.alloc(), server.host(), server.port()), patience));
    }

    /** As a server. */
    public static TlsLayer of(ServerTls tls, Duration patience) {
        SslContext context = tls.context();
        return new TlsLayer(channel -> context.newHandler(channel.alloc()), patience);
    }

    /** Puts it between what is in the pipeline and what is added later. */
    public void addTo(Channel channel) {
        SslHandler added = handler.apply(channel);
        added.setHandshakeTimeoutMillis(patience.toMillis());
        channel.pipeline().addLast("tls", added);
    }

    /** That pipeline, on top of it. */
    ChannelHandler below(ChannelInitializer<SocketChannel> pipeline) {
        return new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                addTo(channel);
                channel.pipeline().addLast(pipeline);
            }
        };
    }

    /** Ends the sending, with TLS or without, behind what was written; what the peer still sends is received. */
    public static void endOutput(SocketChannel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            channel.shutdownOutput();
        } else {
            tls.closeOutbound().addListener(told -> channel.shutdownOutput());
        }
    }
}
