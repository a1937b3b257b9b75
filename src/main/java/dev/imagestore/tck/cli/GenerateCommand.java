package dev.imagestore.tck.cli;

import dev.imagestore.tck.traffic.format.Generation;
import dev.imagestore.tck.traffic.format.Generator;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: makes up a recording. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = "Makes up a recording of uploads, for people with no traffic. Sizes take k, m and g.")
public final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write the recording")
    private Path out = Path.of("");

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "10",
            description = "files to upload (${DEFAULT-VALUE})")
    private long files;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "1m",
            description = "of each file (${DEFAULT-VALUE})")
    private String size = "";

    @Option(
            names = "--chunk",
            paramLabel = "BYTES",
            defaultValue = "64k",
            description = "of a chunk (${DEFAULT-VALUE})")
    private String chunk = "";

    @Option(
            names = "--order",
            paramLabel = "O",
            defaultValue = "forward",
            description = "of the chunks of a file: forward (default), reverse or shuffle")
    private String order = "";

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "exchanges that overlap (${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "200",
            description = "exchanges a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "governs bytes, ids and order")
    private long seed;

    @Option(
            names = "--contents",
            paramLabel = "N",
            description = "how many of the files differ; equal ones share their bodies (all)")
    private @Nullable Long contents;

    @Option(names = "--no-commit", description = "leave the sessions open")
    private boolean noCommit;

    @Override
    public Integer call() {
        Generation asked = new Generation(
                files,
                Values.of("--size", size, ByteSizes::parse),
                Values.of("--chunk", chunk, ByteSizes::parse),
                Generation.Order.named(order)
                        .orElseThrow(() -> Values.unknown("--order", order, List.of("forward", "reverse", "shuffle"))),
                connections,
                rate,
                seed,
                contents == null ? OptionalLong.empty() : OptionalLong.of(contents),
                !noCommit);
        long exchanges = Generator.generate(asked, out);
        spec.commandLine().getOut().printf("%d exchanges in %s%n", exchanges, out);
        return 0;
    }
}
