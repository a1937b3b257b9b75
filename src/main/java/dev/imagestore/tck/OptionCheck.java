package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Case;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.Shard;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Oracles;
import dev.imagestore.tck.subject.TargetClock;
import dev.imagestore.tck.wire.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses options that cannot be meant, before anything is contacted or written. */
final class OptionCheck {

    private static final Duration ANY = Duration.ofSeconds(1);

    private static final String ANYWHERE = "http://target";

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
        if (options.sequences().orElse(0) < 0) {
            throw new UsageException("--sequences %d: expected 0 or more"
                    .formatted(options.sequences().getAsInt()));
        }
        if (options.timeout().isZero() || options.timeout().isNegative()) {
            throw new UsageException("--timeout: expected more than nothing, such as 10s");
        }
        if (options.target().isEmpty() && options.container().isEmpty()) {
            refuse(options.content().isPresent(), "--content");
            refuse(options.clock().isPresent(), "--clock");
            refuse(options.runtimeVersion().isPresent(), "--runtime-version");
        }
        if (options.keep() && options.target().isEmpty()) {
            throw new UsageException(
                    "--keep: the files of a server that the run starts go with it; expected the URL of one"
                            + " as --target beside it");
        }
        if (!options.shard().equals(Shard.WHOLE) && options.seed().isEmpty()) {
            throw new UsageException("--shard %s: expected a --seed beside it, the same for all parts of the run"
                    .formatted(options.shard()));
        }
        if (!options.shard().equals(Shard.WHOLE) && options.sequences().isPresent()) {
            throw new UsageException("--sequences goes with a whole run, not with --shard " + options.shard());
        }
        if (options.updateKnownFailing() && options.knownFailing().isEmpty()) {
            throw new UsageException("--update-known-failing: expected the file as --known-failing FILE beside it");
        }
        if (options.updateKnownFailing() && !options.shard().equals(Shard.WHOLE)) {
            throw new UsageException(
                    "--update-known-failing goes with a whole run, not with --shard " + options.shard());
        }
        options.run().forEach(this::known);
        options.skip().forEach(this::known);
        made(() -> options.tls().check(usesHttps(options), "--target, --content or --clock"));
        options.content()
                .ifPresent(template -> made(() -> Oracles.of(TckOptions.placed(template, ANYWHERE), ANY, options.tls())
                        .close()));
        options.clock()
                .ifPresent(template ->
                        made(() -> new TargetClock(TckOptions.placed(template, ANYWHERE), ANY, options.tls()).close()));
    }

    private static boolean usesHttps(TckOptions options) {
        Stream<String> templates = Stream.of(options.content(), options.clock()).flatMap(Optional::stream);
        return options.target().map(Endpoint::secure).orElse(false)
                || templates.anyMatch(template -> template.startsWith("https://"));
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
