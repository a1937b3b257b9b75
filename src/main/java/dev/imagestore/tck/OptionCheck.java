package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Case;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.Shard;
import dev.imagestore.tck.subject.HttpOracle;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.TargetClock;
import java.time.Duration;
import java.util.stream.Stream;

/** Refuses options that cannot be meant, before anything is contacted or written. */
final class OptionCheck {

    private static final Duration ANY = Duration.ofSeconds(1);

    private final Catalogue catalogue;

    OptionCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(TckOptions options) {
        if (!options.operations().contains(Operation.UPLOAD_CHUNK)) {
            throw new UsageException("--operations lacks upload-chunk, without which there is nothing to judge");
        }
        if (options.parallel() < 1) {
            throw new UsageException("--parallel %d: expected 1 or more".formatted(options.parallel()));
        }
        if (options.timeout().isZero() || options.timeout().isNegative()) {
            throw new UsageException("--timeout: expected more than nothing, such as 10s");
        }
        if (options.target().isEmpty()) {
            refuse(options.content().isPresent(), "--content");
            refuse(options.clock().isPresent(), "--clock");
            refuse(options.runtimeVersion().isPresent(), "--runtime-version");
        }
        if (options.keep() && options.target().isEmpty()) {
            throw new UsageException("--keep: the bundled server's files go with it; expected a --target beside it");
        }
        if (!options.shard().equals(Shard.WHOLE) && options.seed().isEmpty()) {
            throw new UsageException("--shard %s: expected a --seed beside it, the same for all parts of the run"
                    .formatted(options.shard()));
        }
        options.run().forEach(this::known);
        options.skip().forEach(this::known);
        options.content().ifPresent(template -> made(() -> new HttpOracle(template, ANY).close()));
        options.clock().ifPresent(template -> made(() -> new TargetClock(template, ANY).close()));
    }

    private static void refuse(boolean given, String option) {
        if (given) {
            throw new UsageException(
                    "%s tells about a target, and none is named; add --target URL, or leave it out for the bundled server"
                            .formatted(option));
        }
    }

    private void known(String glob) {
        String reason = catalogue.uncovered().get(glob);
        if (reason != null) {
            throw new UsageException("%s has no case: %s".formatted(glob, reason));
        }
        if (catalogue.cases().stream().noneMatch(c -> c.matches(glob))) {
            Stream<String> ids = Stream.concat(
                    catalogue.rules().stream().map(r -> r.id()),
                    catalogue.cases().stream().map(Case::id));
            throw new UsageException("no requirement and no case is called \"%s\"; the nearest are %s"
                    .formatted(glob, Nearest.to(glob, ids.toList())));
        }
    }

    private static void made(Runnable instrument) {
        try {
            instrument.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
