package dev.imagestore.tck.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/**
 * How what listens speaks TLS. The files are PEM.
 *
 * @param cert the certificate, with those that sign it behind it
 * @param key its private key, PKCS#8
 */
public record ServerTls(Path cert, Path key) {

    /** @throws IllegalArgumentException when the files are not what they should be; the message says which, and how */
    public void check() {
        context();
    }

    SslContext context() {
        PemIdentity server = PemIdentity.read("--tls-cert", cert, "--tls-key", key);
        try {
            return SslContextBuilder.forServer(server.key(), server.chain())
                    .sslProvider(SslProvider.JDK)
                    .build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }
}
