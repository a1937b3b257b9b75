package dev.imagestore.tck.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Cases and settings of which only what a test is about has to be said. */
final class Cases {

    private Cases() {}

    /** A case such as {@code CR-07/first} of the requirement {@code CR-07}. */
    static Case tagged(String id, String... tags) {
        return new Case(
                id,
                id.substring(0, id.indexOf('/')),
                "A case",
                URI.create("classpath:features/a.feature"),
                1,
                new Tags(List.of(tags)));
    }

    static RunSettings settings() {
        return settings(List.of(), List.of());
    }

    static RunSettings settings(List<String> run, List<String> skip) {
        return settings(run, skip, Bounds.NONE, false, Shard.WHOLE);
    }

    static RunSettings settings(List<String> run, List<String> skip, Bounds bounds, boolean keep, Shard shard) {
        return new RunSettings(
                Profile.DOCUMENTED,
                "0a1b",
                42,
                run,
                skip,
                1,
                false,
                true,
                OptionalInt.empty(),
                Duration.ofSeconds(10),
                bounds,
                keep,
                shard);
    }
}
