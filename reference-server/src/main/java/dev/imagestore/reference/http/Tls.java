package dev.imagestore.reference.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** How a server speaks TLS. */
public final class Tls {

    private final SslContext context;
    private final boolean asksForCertificate;

    private Tls(SslContext context, boolean asksForCertificate) {
        this.context = context;
        this.asksForCertificate = asksForCertificate;
    }

    /**
     * From files in PEM.
     *
     * @param certificate the server's, with those that sign it behind it
     * @param key its private key, PKCS#8 without a password
     * @param clientCa certificates that sign those of clients; if there are any, each client needs one
     * @throws IllegalArgumentException when a file is not what it should be
     */
    public static Tls of(Path certificate, Path key, Optional<Path> clientCa) {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .sslProvider(SslProvider.JDK);
            clientCa.ifPresent(ca -> builder.trustManager(ca.toFile()).clientAuth(ClientAuth.OPTIONAL));
            return new Tls(builder.build(), clientCa.isPresent());
        } catch (SSLException | IllegalArgumentException e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalArgumentException(
                    "--tls-cert %s, --tls-key %s%s cannot be used: %s; expected PEM certificates and an unencrypted PKCS#8 key"
                            .formatted(
                                    certificate,
                                    key,
                                    clientCa.map(ca -> ", --tls-client-ca " + ca)
                                            .orElse(""),
                                    why),
                    e);
        }
    }

    boolean asksForCertificate() {
        return asksForCertificate;
    }

    ChannelHandler handler(ByteBufAllocator allocator) {
        return context.newHandler(allocator);
    }
}
