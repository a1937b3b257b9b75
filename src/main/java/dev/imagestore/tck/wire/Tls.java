package dev.imagestore.tck.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * How a client speaks TLS. The files are PEM.
 *
 * @param cacert certificates to trust instead of those of the system
 * @param cert the client's certificate, with those that sign it behind it
 * @param key the private key of the first of them, PKCS#8
 * @param insecure whether any certificate of a server is taken
 */
public record Tls(Optional<Path> cacert, Optional<Path> cert, Optional<Path> key, boolean insecure) {

    /** As the system trusts, without a certificate of the client. */
    public static final Tls DEFAULT = new Tls(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** @throws IllegalArgumentException when the files are not what they should be; the message says which, and how */
    public void check() {
        context();
    }

    /**
     * The same, where not everything need be reached by https.
     *
     * @param https whether anything is
     * @param urls the options that can name such a thing
     * @throws IllegalArgumentException also when it says how to reach what is not there
     */
    public void check(boolean https, String urls) {
        check();
        if (!https && !equals(DEFAULT)) {
            throw new IllegalArgumentException("--cacert, --cert, --key, --insecure: nothing is reached by https;"
                    + " expected an https URL as " + urls);
        }
    }

    SslContext context() {
        if (cert.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    cert.isPresent()
                            ? "--cert without --key: expected the private key of the certificate beside it"
                            : "--key without --cert: expected the certificate of the key beside it");
        }
        if (insecure && cacert.isPresent()) {
            throw new IllegalArgumentException("--insecure trusts every server: expected it without --cacert");
        }
        try {
            SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
            if (insecure) {
                builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm("");
            }
            cacert.ifPresent(file -> builder.trustManager(PemIdentity.certificates("--cacert", file)));
            if (cert.isPresent() && key.isPresent()) {
                PemIdentity client = PemIdentity.read("--cert", cert.get(), "--key", key.get());
                builder.keyManager(client.key(), client.chain());
            }
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** In words, if TLS is what went wrong. */
    public static Optional<String> failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Optional.of("TLS: " + cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
