package dev.imagestore.reference;

import dev.imagestore.reference.http.Tls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for {@link Tls}. */
final class TlsOptions {

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Speak TLS with this PEM certificate.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its PEM private key, PKCS#8.")
    private @Nullable Path key;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "FILE",
            description = "Ask clients for a certificate that one of these PEM certificates signs; 403 without one.")
    private @Nullable Path clientCa;

    @Option(
            names = "--tls-generate",
            description =
                    "Speak TLS with a certificate of its own, made at the start, that nobody has reason to trust.")
    private boolean generate;

    @Option(
            names = "--tls-admin",
            paramLabel = "NAME",
            split = ",",
            description = "Common names of client certificates that may change the store; others may only look, 403"
                    + " (default: each certificate may change it).")
    private Set<String> admins = Set.of();

    /** @throws IllegalArgumentException when the options cannot be meant */
    Optional<Tls> tls() {
        if (!admins.isEmpty() && clientCa == null) {
            throw new IllegalArgumentException("--tls-admin names client certificates; expected --tls-client-ca FILE");
        }
        if (generate) {
            if (certificate != null || key != null || clientCa != null) {
                throw new IllegalArgumentException(
                        "--tls-generate makes the certificate; expected no other --tls option");
            }
            return Optional.of(Tls.generated());
        }
        if (certificate == null && key == null && clientCa == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new IllegalArgumentException("TLS takes both --tls-cert FILE and --tls-key FILE");
        }
        return Optional.of(Tls.of(certificate, key, Optional.ofNullable(clientCa), admins));
    }
}
