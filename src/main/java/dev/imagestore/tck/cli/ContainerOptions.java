package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.subject.ContainerSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how a target is started from an image. */
final class ContainerOptions {

    private static final int GATEWAY = 19_080;

    @Option(
            names = "--container-port",
            paramLabel = "PORT",
            description = "where the server of --target docker:IMAGE listens inside (19080)")
    private @Nullable Integer port;

    @Option(
            names = "--container-env",
            paramLabel = "K=V",
            split = ",",
            description = "environment of the container; may be repeated")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--container-cmd",
            paramLabel = "WORDS",
            description = "command of the container instead of that of the image, words with blanks between")
    private @Nullable String command;

    /** @param target what was given as {@code --target} */
    Optional<ContainerSettings> container(@Nullable String target) {
        if (target == null || !ContainerSettings.isMeantBy(target)) {
            if (port != null || !environment.isEmpty() || command != null) {
                throw new UsageException("--container-port, --container-env, --container-cmd: there is no container;"
                        + " expected --target docker:IMAGE[:TAG] beside them");
            }
            return Optional.empty();
        }
        return Optional.of(Values.of(
                "--target",
                target,
                text -> new ContainerSettings(
                        ContainerSettings.image(text), port == null ? GATEWAY : port, environment, words())));
    }

    private List<String> words() {
        return command == null || command.isBlank()
                ? List.of()
                : Arrays.asList(command.trim().split("\\s+"));
    }
}
