package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.wire.ServerTls;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how clients speak TLS with what listens; named as those of {@code serve}. */
final class ListenerTlsOptions {

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "speak TLS with clients, with this PEM certificate")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "its PEM private key, PKCS#8")
    private @Nullable Path key;

    /** Checked. */
    Optional<ServerTls> tls() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new UsageException("TLS with clients takes both --tls-cert FILE and --tls-key FILE");
        }
        ServerTls tls = new ServerTls(certificate, key);
        Values.checked(tls::check);
        return Optional.of(tls);
    }
}
