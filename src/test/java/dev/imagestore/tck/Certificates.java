package dev.imagestore.tck;

import dev.imagestore.tck.wire.Tls;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Fresh certificates of one authority, as PEM files in a folder. */
public record Certificates(Path ca, Path serverCert, Path serverKey, Path clientCert, Path clientKey) {

    public static Certificates in(Path folder) throws Exception {
        CertificateBuilder any = new CertificateBuilder().ecp256();
        X509Bundle authority = any.copy()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle server = any.copy()
                .subject("CN=server")
                .addSanIpAddress("127.0.0.1")
                .addSanDnsName("localhost")
                .buildIssuedBy(authority);
        X509Bundle client = any.copy().subject("CN=client").buildIssuedBy(authority);
        return new Certificates(
                written(folder.resolve("ca.pem"), authority.getCertificatePEM()),
                written(folder.resolve("server.pem"), server.getCertificatePEM()),
                written(folder.resolve("server.key"), server.getPrivateKeyPEM()),
                written(folder.resolve("client.pem"), client.getCertificatePEM()),
                written(folder.resolve("client.key"), client.getPrivateKeyPEM()));
    }

    /** Of the bundled server: it speaks TLS and asks its clients for a certificate. */
    public List<String> serverOptions() {
        return List.of(
                "--tls-cert",
                serverCert.toString(),
                "--tls-key",
                serverKey.toString(),
                "--tls-client-ca",
                ca.toString());
    }

    /** How a client with its certificate talks to that server. */
    public Tls client() {
        return new Tls(Optional.of(ca), Optional.of(clientCert), Optional.of(clientKey), false);
    }

    /** For a peer that is no part of the suite. */
    public SSLContext ofServer() {
        return context(SslContextBuilder.forServer(serverCert.toFile(), serverKey.toFile()));
    }

    /** The same; it trusts the authority. */
    public SSLContext ofClient() {
        return context(SslContextBuilder.forClient().trustManager(ca.toFile()));
    }

    private static SSLContext context(SslContextBuilder builder) {
        try {
            return ((JdkSslContext) builder.sslProvider(SslProvider.JDK).build()).context();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path written(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }
}
