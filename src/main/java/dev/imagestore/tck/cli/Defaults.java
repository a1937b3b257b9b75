package dev.imagestore.tck.cli;

import dev.imagestore.tck.Nearest;
import dev.imagestore.tck.UsageException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What an option is when no flag gives it: the environment's {@code TCK_NAME}, then the configuration file. */
final class Defaults implements IDefaultValueProvider {

    private static final String CONFIG = "config";

    private final Map<String, String> environment;
    private final JsonNode config;

    private Defaults(Map<String, String> environment, JsonNode config) {
        this.environment = Map.copyOf(environment);
        this.config = config;
    }

    /**
     * The defaults for that command line, which may name a configuration file.
     *
     * @throws UsageException when the file cannot be read, or has a key that is no option
     */
    static Defaults of(Map<String, String> environment, String... arguments) {
        Optional<Path> file = named(arguments)
                .or(() -> Optional.ofNullable(environment.get(variable(CONFIG))))
                .map(Path::of);
        return new Defaults(environment, file.map(Defaults::read).orElseGet(MissingNode::getInstance));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String given = environment.get(variable(name(option)));
        JsonNode node = config.path(name(option));
        return given != null || node.isMissingNode() || node.isNull() ? given : text(node);
    }

    private static Optional<String> named(String... arguments) {
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--" + CONFIG) && rest.hasNext()) {
                return Optional.of(rest.next());
            }
            if (argument.startsWith("--" + CONFIG + "=")) {
                return Optional.of(argument.substring(argument.indexOf('=') + 1));
            }
        }
        return Optional.empty();
    }

    private static JsonNode read(Path file) {
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new UsageException("--config %s cannot be read: %s".formatted(file, e.getOriginalMessage()));
        }
        if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
            throw new UsageException(
                    "--config %s: expected names of options as keys, such as target: URL".formatted(file));
        }
        List<String> names = new CommandLine(new Main())
                .getSubcommands().values().stream()
                        .flatMap(command -> command.getCommandSpec().options().stream())
                        .map(Defaults::name)
                        .distinct()
                        .toList();
        for (String key : tree.propertyNames()) {
            if (!names.contains(key)) {
                throw new UsageException("--config %s: there is no option \"%s\"; the nearest are %s"
                        .formatted(file, key, Nearest.to(key, names)));
            }
        }
        return tree;
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static String variable(String name) {
        return "TCK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(","))
                : node.asString();
    }
}
