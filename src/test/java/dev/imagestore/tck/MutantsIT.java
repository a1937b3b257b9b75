package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.subject.BundledServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kill matrix: what the suite makes of each deliberate defect of the reference server. A defect has to be found, and
 * the requirement that it breaks has to be blamed, first and alone. {@code -Dmutants=NAME,...} tries some of them. What became
 * of all of them is written to {@code target/kill-matrix.json}, to be shipped as the resource of that name.
 */
class MutantsIT {

    /** A trial mostly waits for processes to start and for answers. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() + 1);

    private static final Path MATRIX = Path.of("src", "target", "kill-matrix.json");

    @TempDir
    private Path reports;

    @Test
    void everyMutantIsKilledUnderTheRightName() throws IOException, InterruptedException, ExecutionException {
        Instant started = Instant.now();
        String names = System.getProperty("mutants", "");
        List<KnownMutant> mutants = KnownMutant.chosen(KnownMutant.all(reports), names).stream()
                .filter(mutant -> !mutant.sequenceOnly())
                .toList();
        List<MutantTrial> trials = tried(mutants);

        KillMatrix matrix = new KillMatrix(trials);
        System.out.print(matrix.table());
        System.out.print(matrix.rates(Duration.between(started, Instant.now())));
        if (names.isEmpty()) {
            Files.writeString(MATRIX, matrix.json(SuiteIdentity.of(Catalogue.load()), LocalDate.now(ZoneOffset.UTC)));
        }

        assertThat(trials).isNotEmpty();
        assertThat(trials.stream().flatMap(trial -> trial.faults().stream())).isEmpty();
    }

    private List<MutantTrial> tried(List<KnownMutant> mutants) throws InterruptedException, ExecutionException {
        Set<String> families = new HashSet<>();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<MutantTrial>> running = new ArrayList<>();
            for (KnownMutant mutant : mutants) {
                boolean whole = families.add(mutant.family());
                running.add(pool.submit(() -> tried(mutant, whole)));
            }
            List<MutantTrial> trials = new ArrayList<>();
            for (Future<MutantTrial> trial : running) {
                trials.add(trial.get());
            }
            return trials;
        } finally {
            pool.shutdownNow();
        }
    }

    /** @param whole whether all cases are run, not only those that can meet the defect */
    private MutantTrial tried(KnownMutant mutant, boolean whole) {
        List<String> arguments = List.of("--profile", mutant.profile(), "--mutant", mutant.name());
        try (BundledServer server = BundledServer.start(arguments)) {
            Options options = Options.bundled(server)
                    .with("--profile", mutant.profile())
                    .seed(20261124)
                    .reports(reports.resolve(mutant.name()));
            if (!whole) {
                options.with("--run", String.join(",", mutant.reach()));
            }
            return new MutantTrial(mutant, whole, Tck.run(options.build()));
        }
    }
}
