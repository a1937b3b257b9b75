package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.subject.ContainerSettings;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where the target is and how TLS is spoken with it. */
final class TargetOptions {

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "base URL of the server; verify also takes docker:IMAGE[:TAG]")
    private @Nullable String target;

    @Option(names = "--cacert", paramLabel = "FILE", description = "PEM certificates to trust instead of the system's")
    private @Nullable Path cacert;

    @Option(names = "--cert", paramLabel = "FILE", description = "PEM certificate of the client, its signers behind it")
    private @Nullable Path cert;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM private key of that certificate, PKCS#8")
    private @Nullable Path key;

    @Option(names = "--insecure", description = "take any certificate of a server")
    private boolean insecure;

    /** As it was given. */
    @Nullable
    String text() {
        return target;
    }

    /** Empty also for one that is to be started from an image. */
    Optional<Endpoint> target() {
        return Optional.ofNullable(target)
                .filter(text -> !ContainerSettings.isMeantBy(text))
                .map(url -> Values.of("--target", url, Endpoint::parse));
    }

    /** The server, for a command that cannot do without. */
    Endpoint needed() {
        return target().orElseThrow(() -> new UsageException("expected --target URL, the server"));
    }

    Tls tls() {
        return new Tls(Optional.ofNullable(cacert), Optional.ofNullable(cert), Optional.ofNullable(key), insecure);
    }
}
