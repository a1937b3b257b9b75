package dev.imagestore.tck.cli;

import dev.imagestore.tck.conformance.Bounds;
import dev.imagestore.tck.conformance.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how much of a run the target is to bear. */
final class GuestOptions {

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            description = {
                "the most bytes that the run may store, such as 64m;",
                "cases for which that leaves no room are untested"
            })
    private @Nullable String maxBytes;

    @Option(
            names = "--max-declared",
            paramLabel = "SIZE",
            description = {"the greatest file length that a case may declare, such as 1g; cases beyond are untested"})
    private @Nullable String maxDeclared;

    @Option(names = "--keep", description = "remove nothing; clean --target URL --run ID does so later")
    private boolean keep;

    @Option(
            names = "--shard",
            paramLabel = "i/n",
            description = {"a part of the cases, such as 1/2 and 2/2 on two machines; merge makes one report of all"})
    private @Nullable String shard;

    Bounds bounds() {
        return new Bounds(size("--max-bytes", maxBytes), size("--max-declared", maxDeclared));
    }

    boolean keep() {
        return keep;
    }

    Shard shard() {
        return shard == null ? Shard.WHOLE : Values.of("--shard", shard, Shard::parse);
    }

    private static long size(String option, @Nullable String text) {
        return text == null ? Long.MAX_VALUE : Values.of(option, text, ByteSizes::parse);
    }
}
