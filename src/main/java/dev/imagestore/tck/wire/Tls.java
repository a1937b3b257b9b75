package dev.imagestore.tck.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

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

    /** Whether anything was said. */
    public boolean isSpecial() {
        return !equals(DEFAULT);
    }

    /** @throws IllegalArgumentException when the files are not what they should be; the message says which, and how */
    public void check() {
        context();
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
            cacert.ifPresent(file -> builder.trustManager(certificates("--cacert", file)));
            if (cert.isPresent() && key.isPresent()) {
                X509Certificate[] chain = certificates("--cert", cert.get());
                builder.keyManager(privateKey(key.get(), chain[0]), chain);
            }
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** In words, if TLS is what went wrong. */
    static Optional<String> failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Optional.of("TLS: " + cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static X509Certificate[] certificates(String option, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> read = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(c -> read.add((X509Certificate) c));
            if (read.isEmpty()) {
                throw noCertificate(option, file, null);
            }
            return read.toArray(X509Certificate[]::new);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s %s cannot be read".formatted(option, file), e);
        } catch (GeneralSecurityException e) {
            throw noCertificate(option, file, e);
        }
    }

    private static IllegalArgumentException noCertificate(String option, Path file, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s %s has no certificate that can be read; expected PEM, -----BEGIN CERTIFICATE-----"
                        .formatted(option, file),
                cause);
    }

    private static PrivateKey privateKey(Path file, X509Certificate certificate) {
        PrivateKey key = PemKey.read(file);
        if (!belongTogether(key, certificate)) {
            throw new IllegalArgumentException(
                    "--key %s is not the key of the certificate of --cert; expected its own".formatted(file));
        }
        return key;
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
