package dev.imagestore.tck.cli;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.subject.ContainerSettings;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where the target is, what it claims and how it is talked to. */
final class TargetOptions {

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "base URL of the server; verify also takes docker:IMAGE[:TAG]")
    private @Nullable String target;

    @Option(names = "--operations", paramLabel = "a,b", split = ",", description = "what the target claims (all)")
    private List<String> operations = new ArrayList<>();

    @Option(
            names = "--header",
            paramLabel = "K:V",
            description = {
                "goes with every request; its value is a secret that no report and no log shows;",
                "@FILE: such lines of a file"
            })
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "10s",
            defaultValue = "10s",
            description = "patience for one answer (${DEFAULT-VALUE})")
    private String timeout = "";

    @Option(
            names = "--wait-for-target",
            paramLabel = "0s",
            defaultValue = "0s",
            description = "how long the target may take until it answers at all (${DEFAULT-VALUE})")
    private String waitForTarget = "";

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

    Set<Operation> operations() {
        Set<Operation> claimed = EnumSet.noneOf(Operation.class);
        List<String> words =
                Arrays.stream(Operation.values()).map(Operation::word).toList();
        for (String word : operations) {
            claimed.add(Operation.named(word).orElseThrow(() -> Values.unknown("--operations", word, words)));
        }
        return claimed.isEmpty() ? EnumSet.allOf(Operation.class) : claimed;
    }

    List<Header> headers() {
        return Values.headers(headers);
    }

    Tls tls() {
        return new Tls(Optional.ofNullable(cacert), Optional.ofNullable(cert), Optional.ofNullable(key), insecure);
    }

    Duration timeout() {
        return Values.of("--timeout", timeout, Durations::parse);
    }

    Duration waitForTarget() {
        return Values.of("--wait-for-target", waitForTarget, Durations::parse);
    }
}
