package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Upload;
import java.time.Duration;
import java.util.List;

/** Sessions that live too long or too short. */
final class ExpiryMutants {

    private ExpiryMutants() {}

    static List<Mutant> all() {
        return List.of(
                life(
                        "lives-20-minutes",
                        "EXP-01",
                        2,
                        "A session lives for 20 minutes.",
                        new OwnExpiry.Policy(Duration.ofMinutes(20), false, false, false, true)),
                life(
                        "never-expires",
                        "EXP-01",
                        1,
                        "A session lives for ever.",
                        new OwnExpiry.Policy(Duration.ofDays(1000), false, false, false, true)),
                life(
                        "counted-from-first-chunk",
                        "EXP-02",
                        2,
                        "The time of a session runs from its first chunk on.",
                        new OwnExpiry.Policy(OwnExpiry.RIGHT, true, false, false, true)),
                life(
                        "prolonged-by-query",
                        "EXP-03",
                        2,
                        "A query begins the time of a session anew.",
                        new OwnExpiry.Policy(OwnExpiry.RIGHT, false, true, false, true)),
                life(
                        "prolonged-by-refused-overlap",
                        "EXP-03",
                        3,
                        "A chunk that is refused as an overlap begins the time of its session anew.",
                        new OwnExpiry.Policy(OwnExpiry.RIGHT, false, false, true, true)),
                life(
                        "committed-after-expiry",
                        "EXP-05",
                        3,
                        "A session that has expired can be committed.",
                        new OwnExpiry.Policy(OwnExpiry.RIGHT, false, false, false, false)),
                Mutant.of(
                        "expiry-removes-file",
                        "EXP-07",
                        Family.LIFE_TIME,
                        3,
                        "With a session that has expired the published file goes.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public List<Upload> sweep() {
                                List<Upload> gone = super.sweep();
                                gone.forEach(upload -> CommitMutants.remove(parts, upload));
                                return gone;
                            }
                        })),
                Mutant.of(
                        "expiry-ends-path",
                        "EXP-01",
                        Family.LIFE_TIME,
                        3,
                        "With a session that has expired the others of its path go.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public List<Upload> sweep() {
                                List<Upload> gone = super.sweep();
                                gone.stream()
                                        .flatMap(upload -> findByPath(upload.path()).stream())
                                        .forEach(other -> delete(other.upload().id()));
                                return gone;
                            }
                        })),
                Mutant.of(
                        "an-hour-at-most",
                        "EXP-02",
                        Family.LIFE_TIME,
                        3,
                        "A session ends 65 minutes after its first chunk, whatever came since.",
                        parts -> parts.with(new CappedLife(parts.sessions(), parts.clock(), Duration.ofMinutes(65)))));
    }

    private static Mutant life(
            String name, String requirement, int subtlety, String sentence, OwnExpiry.Policy policy) {
        return Mutant.of(name, requirement, Family.LIFE_TIME, subtlety, sentence, OwnExpiry.of(policy));
    }
}
