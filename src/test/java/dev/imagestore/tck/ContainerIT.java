package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/**
 * Targets in containers, by the image of the suite itself. Skipped without a Docker engine or without the image, unless
 * {@code TCK_CONTAINERS=required} says that both have to be there.
 */
@Timeout(600)
class ContainerIT {

    private static final String IMAGE = "docker:imagestore-tck";
    private static final String SERVE = "serve --host 0.0.0.0 --port 19080 --oracle --force";
    private static final String SOME = "CR-0*,COM-*,SID-*";
    private static final Path TAR = Path.of(System.getProperty("image.tar", ""));

    @TempDir
    private Path reports = Path.of("");

    @BeforeAll
    static void engineAndImage() throws IOException {
        boolean engine = DockerClientFactory.instance().isDockerAvailable();
        boolean image = Files.isRegularFile(TAR);
        if (!"required".equals(System.getenv("TCK_CONTAINERS"))) {
            assumeTrue(engine, "no Docker engine answers, so no target is started from an image");
            assumeTrue(image, "there is no image at " + TAR + "; mvn package -Pimage makes it");
        }
        assertThat(engine).as("a Docker engine").isTrue();
        try (InputStream tar = Files.newInputStream(TAR)) {
            DockerClientFactory.instance().client().loadImageCmd(tar).exec();
        }
    }

    @Test
    void aServerInAContainerGetsTheVerdictThatItGetsOutsideAndItsLogIsKept() throws IOException {
        Report inside = Tck.run(container(SERVE)
                .content("{target}/_content/{path}")
                .with("--run", SOME)
                .seed(7)
                .build());

        Report outside;
        try (BundledServer server = BundledServer.start(List.of())) {
            outside = Tck.run(Options.against(server.url())
                    .content(server.url() + "/_content/{path}")
                    .with("--run", SOME)
                    .seed(7)
                    .reports(reports.resolve("outside"))
                    .build());
        }

        assertThat(inside.verdict()).isEqualTo(outside.verdict());
        assertThat(inside.verdict().exitCode()).isZero();
        assertThat(outcomes(inside)).isEqualTo(outcomes(outside));
        assertThat(Files.readString(reports.resolve("container.log"))).contains("listening on http://0.0.0.0:19080");
        assertThat(Files.readString(reports.resolve("report.html"))).contains("href=\"container.log\"");
        assertThat(running()).isZero();
    }

    @Test
    void aContainerThatEndsIsToldByItsOutput() throws IOException {
        assertThatThrownBy(() -> Tck.run(container("list COM-01").build()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("docker:imagestore-tck: the container ended before it answered")
                .hasMessageNotContaining("\n");
        assertThat(Files.readString(reports.resolve("container.log"))).contains("COM-01");
        assertThat(running()).isZero();
    }

    @Test
    void aContainerThatNeverAnswersIsGivenUp() {
        assertThatThrownBy(() -> Tck.run(container(SERVE)
                        .with("--container-port", "19081")
                        .with("--wait-for-target", "2s")
                        .build()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no HTTP answer on its port 19081 within 2 s");
        assertThat(running()).isZero();
    }

    @Test
    void anImageThatIsNowhereIsToldAtOnce() {
        assertThatThrownBy(() -> Tck.run(Options.against("docker:127.0.0.1:1/no-such:1")
                        .reports(reports)
                        .build()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("docker:127.0.0.1:1/no-such:1: the image is not here and cannot be pulled: ");
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void theEnvironmentReachesTheContainer() throws IOException {
        assertThatThrownBy(() -> Tck.run(container("serve --help")
                        .with("--container-env", "JAVA_TOOL_OPTIONS=-Xshare:off")
                        .build()))
                .isInstanceOf(UsageException.class);
        assertThat(Files.readString(reports.resolve("container.log")))
                .contains("Picked up JAVA_TOOL_OPTIONS: -Xshare:off");
    }

    private Options container(String command) {
        return Options.against(IMAGE).with("--container-cmd", command).reports(reports);
    }

    private static Map<String, Outcome> outcomes(Report report) {
        return report.cases().stream().collect(Collectors.toMap(CaseResult::id, CaseResult::outcome));
    }

    private static int running() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withAncestorFilter(List.of("imagestore-tck"))
                .exec()
                .size();
    }
}
