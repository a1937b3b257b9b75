package dev.imagestore.reference.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** How a server speaks TLS. */
public final class Tls {

    private final SslContext context;
    private final boolean asksForCertificate;
    private final Set<String> admins;

    private Tls(SslContext context, boolean asksForCertificate, Set<String> admins) {
        this.context = context;
        this.asksForCertificate = asksForCertificate;
        this.admins = Set.copyOf(admins);
    }

    /**
     * From files in PEM.
     *
     * @param certificate the server's, with those that sign it behind it
     * @param key its private key, PKCS#8 without a password
     * @param clientCa certificates that sign those of clients; if there are any, each client needs one
     * @param admins the common names of clients that may change the store; if there are none, each may
     * @throws IllegalArgumentException when a file is not what it should be
     */
    public static Tls of(Path certificate, Path key, Optional<Path> clientCa, Set<String> admins) {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .sslProvider(SslProvider.JDK);
            clientCa.ifPresent(ca -> builder.trustManager(ca.toFile()).clientAuth(ClientAuth.OPTIONAL));
            return new Tls(builder.build(), clientCa.isPresent(), admins);
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

    /** With a certificate of its own that nobody knows, for localhost: secret from those who listen, and no more. */
    public static Tls generated() {
        try {
            X509Bundle own = new CertificateBuilder()
                    .ecp256()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .addSanIpAddress("127.0.0.1")
                    .addSanIpAddress("::1")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            SslContext context = SslContextBuilder.forServer(own.getKeyPair().getPrivate(), own.getCertificate())
                    .sslProvider(SslProvider.JDK)
                    .build();
            return new Tls(context, false, Set.of());
        } catch (Exception e) {
            throw new IllegalArgumentException("no certificate could be generated: " + e, e);
        }
    }

    /** Whether the client at the other end may change the store. */
    boolean isAdmin(Channel connection) {
        return admins.isEmpty()
                || commonNames(connection.pipeline().get(SslHandler.class)).anyMatch(admins::contains);
    }

    private static Stream<String> commonNames(SslHandler handler) {
        try {
            String subject = ((X509Certificate) handler.engine().getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString());
        } catch (SSLPeerUnverifiedException | InvalidNameException e) {
            return Stream.empty();
        }
    }

    boolean asksForCertificate() {
        return asksForCertificate;
    }

    ChannelHandler handler(ByteBufAllocator allocator) {
        return context.newHandler(allocator);
    }
}
