package dev.imagestore.tck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that differ lawfully are never blamed: each variant alone, and {@code -Dvariants.combinations} (50) drawn from
 * {@code -Dvariants.seed}. A clock is given, so that expiry is judged too.
 */
class VariantsIT {

    private static final int COMBINATIONS = Integer.getInteger("variants.combinations", 50);
    private static final long SEED = Long.getLong("variants.seed", 20261125);
    private static final int ONE_SUBJECT_IN = 4;

    /** Calls that were sent behind each other without waiting cannot be sent again when one of them is put off. */
    private static final String BUSY = "now-and-then-busy";

    private static List<Variant> variants = List.of();
    private static int blamed;

    @TempDir
    private Path reports = Path.of("");

    @BeforeAll
    static void list(@TempDir Path folder) throws Exception {
        variants = Variant.all(folder);
    }

    @AfterAll
    static void print() {
        System.out.println("variants: " + variants.size() + " alone, " + COMBINATIONS + " combinations of seed " + SEED
                + ", blamed " + blamed);
    }

    static Stream<String> alone() {
        return variants.stream().map(Variant::name);
    }

    static Stream<String> combinations() {
        Map<String, List<Variant>> bySubject =
                variants.stream().collect(groupingBy(Variant::subject, TreeMap::new, toCollection(ArrayList::new)));
        Random random = new Random(SEED);
        return Stream.generate(() -> combination(bySubject, random)).limit(COMBINATIONS);
    }

    private static String combination(Map<String, List<Variant>> bySubject, Random random) {
        List<Variant> drawn = new ArrayList<>();
        for (List<Variant> settings : bySubject.values()) {
            if (random.nextInt(ONE_SUBJECT_IN) == 0) {
                drawn.add(settings.get(random.nextInt(settings.size())));
            }
        }
        return Variant.names(drawn);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(variants).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void oneAloneIsNotBlamed(String name) {
        assertNotBlamed(name);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void manyAtOnceAreNotBlamed(String names) {
        assertNotBlamed(names);
    }

    private void assertNotBlamed(String names) {
        List<String> chosen = names.isEmpty() ? List.of() : List.of(names.split(","));
        List<String> arguments = new ArrayList<>();
        if (!chosen.isEmpty()) {
            arguments.addAll(List.of("--variant", names));
        }
        Report report;
        long started = System.nanoTime();
        try (BundledServer server = BundledServer.start(arguments)) {
            Options options = Options.bundled(server).seed(SEED).reports(reports);
            variants.stream()
                    .filter(variant -> chosen.contains(variant.name()))
                    .flatMap(variant -> variant.told().stream())
                    .map(option -> option.split("=", 2))
                    .forEach(option -> options.with(option[0], option[1]));
            report = Tck.run(options.build());
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Set<String> wrong = ids(report, Outcome.FAILED, Outcome.ERROR);
        boolean busy = chosen.contains(BUSY);
        if (!busy) {
            wrong.addAll(ids(report, Outcome.INCONCLUSIVE));
        }
        blamed += wrong.isEmpty() ? 0 : 1;
        System.out.printf(
                "%-14s %3d passed %2d warned %5.1f s %s %s%n",
                report.verdict().status().word(),
                ids(report, Outcome.PASSED).size(),
                ids(report, Outcome.WARNED).size(),
                seconds,
                names,
                wrong);

        assertThat(wrong).as("not right at a lawful server").isEmpty();
        assertThat(report.verdict().status())
                .isIn(Verdict.Status.CONFORMANT, busy ? Verdict.Status.INCONCLUSIVE : Verdict.Status.CONFORMANT);
    }

    private static Set<String> ids(Report report, Outcome... outcomes) {
        return report.requirements().stream()
                .filter(result -> List.of(outcomes).contains(result.outcome()))
                .map(RequirementResult::id)
                .collect(toCollection(TreeSet::new));
    }
}
