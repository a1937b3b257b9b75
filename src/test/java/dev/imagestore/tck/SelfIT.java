package dev.imagestore.tck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite and the reference server against each other, in all nine pairs of profiles. What is known of the real system
 * from its source is what the documented profile must find at a server that is true to it, no more and no less.
 */
class SelfIT {

    private static final Map<Profile, Map<Profile, Report>> REPORTS = new EnumMap<>(Profile.class);

    @TempDir
    private static Path reports = Path.of("");

    @BeforeAll
    static void judgeAllPairs() {
        for (Profile server : Profile.values()) {
            try (BundledServer bundled = BundledServer.start(List.of("--profile", server.word()))) {
                for (Profile suite : Profile.values()) {
                    REPORTS.computeIfAbsent(suite, key -> new EnumMap<>(Profile.class))
                            .put(server, judged(bundled, suite, server));
                }
            }
        }
    }

    @AfterAll
    static void print() {
        System.out.println("suite \\ server    "
                + REPORTS.keySet().stream()
                        .map(p -> "%-46s".formatted(p.word()))
                        .collect(joining()));
        REPORTS.forEach((suite, byServer) -> System.out.println("%-18s".formatted(suite.word())
                + byServer.values().stream()
                        .map(report -> "%-46s".formatted(cell(report)))
                        .collect(joining())));
    }

    @Test
    void documentedFindsTheDocumentedAndTheStrictServerConformant() {
        assertConformant(Profile.DOCUMENTED, Profile.DOCUMENTED);
        assertConformant(Profile.DOCUMENTED, Profile.STRICT_HTTP);
    }

    @Test
    void documentedBlamesTheServiceFabricServerForTheKnownDeviationAlone() throws IOException {
        Report report = report(Profile.DOCUMENTED, Profile.SERVICE_FABRIC);

        assertThat(report.verdict().blamed()).containsExactly("CR-04");
        assertThat(ids(report, Outcome.FAILED)).isEqualTo(Deviations.ofServiceFabric(Outcome.FAILED));
        assertThat(ids(report, Outcome.WARNED)).isEqualTo(Deviations.ofServiceFabric(Outcome.WARNED));
        assertThat(ids(report, Outcome.INCONCLUSIVE)).isEmpty();
        assertThat(ids(report, Outcome.ERROR)).isEmpty();
    }

    @Test
    void serviceFabricFindsItsOwnServerAloneConformant() {
        assertConformant(Profile.SERVICE_FABRIC, Profile.SERVICE_FABRIC);
        assertNotConformant(Profile.SERVICE_FABRIC, Profile.DOCUMENTED);
        assertNotConformant(Profile.SERVICE_FABRIC, Profile.STRICT_HTTP);
    }

    @Test
    void strictHttpFindsItsOwnServerAloneConformant() {
        assertConformant(Profile.STRICT_HTTP, Profile.STRICT_HTTP);
        assertNotConformant(Profile.STRICT_HTTP, Profile.DOCUMENTED);
        assertNotConformant(Profile.STRICT_HTTP, Profile.SERVICE_FABRIC);
    }

    private static void assertConformant(Profile suite, Profile server) {
        Report report = report(suite, server);
        assertThat(ids(report, Outcome.FAILED)).as("%s of %s", suite, server).isEmpty();
        assertThat(report.verdict().status()).as("%s of %s", suite, server).isEqualTo(Verdict.Status.CONFORMANT);
    }

    private static void assertNotConformant(Profile suite, Profile server) {
        assertThat(report(suite, server).verdict().status())
                .as("%s of %s", suite, server)
                .isEqualTo(Verdict.Status.NON_CONFORMANT);
    }

    private static Report judged(BundledServer bundled, Profile suite, Profile server) {
        return Tck.run(Options.bundled(bundled)
                .with("--profile", suite.word())
                .seed(20261124)
                .reports(reports.resolve(suite.word() + "-of-" + server.word()))
                .build());
    }

    private static Report report(Profile suite, Profile server) {
        return REPORTS.get(suite).get(server);
    }

    private static Set<String> ids(Report report, Outcome outcome) {
        return report.requirements().stream()
                .filter(r -> r.outcome() == outcome)
                .map(RequirementResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String cell(Report report) {
        return "%s: %d failed, %d warned"
                .formatted(
                        report.verdict().status().word(),
                        ids(report, Outcome.FAILED).size(),
                        ids(report, Outcome.WARNED).size());
    }
}
