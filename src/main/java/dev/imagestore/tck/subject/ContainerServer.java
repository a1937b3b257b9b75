package dev.imagestore.tck.subject;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container of its own, whose output goes to a file. Closing it stops and removes the container. */
public final class ContainerServer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

    private final GenericContainer<?> container;
    private final ContainerLog log;
    private final int port;

    private ContainerServer(GenericContainer<?> container, ContainerLog log, int port) {
        this.container = container;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts the server and waits until it answers with any HTTP status line.
     *
     * @param log where the output of the container goes, without what the redactor hides
     * @throws IllegalArgumentException when there is no engine, no such image, or no answer in time; the message says which
     */
    public static ContainerServer start(ContainerSettings settings, Duration patience, Path log, Redactor redactor) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalArgumentException(
                    "%s: no Docker engine answers; expected one at DOCKER_HOST or /var/run/docker.sock"
                            .formatted(settings));
        }
        fetch(settings);
        ContainerLog output = ContainerLog.in(log, redactor);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(settings.image()))
                .withExposedPorts(settings.port())
                .withEnv(settings.environment())
                .withLogConsumer(frame -> output.write(frame.getBytes()))
                .waitingFor(new AnyAnswer(settings.port(), patience));
        if (!settings.command().isEmpty()) {
            container.withCommand(settings.command().toArray(String[]::new));
        }
        ContainerServer server = new ContainerServer(container, output, settings.port());
        try {
            container.start();
            return server;
        } catch (ContainerLaunchException e) {
            server.close();
            throw new IllegalArgumentException(
                    "%s: %s; --container-port, --container-env and --container-cmd say how it is started; its output is in %s"
                            .formatted(settings, innermost(e), log),
                    e);
        }
    }

    /** Tries once, where Testcontainers would go on for minutes. */
    private static void fetch(ContainerSettings settings) {
        DockerClient client = DockerClientFactory.instance().client();
        DockerImageName image = DockerImageName.parse(settings.image());
        try {
            client.inspectImageCmd(image.asCanonicalNameString()).exec();
        } catch (NotFoundException missing) {
            try {
                client.pullImageCmd(image.getUnversionedPart())
                        .withTag(image.getVersionPart())
                        .start()
                        .awaitCompletion();
            } catch (DockerException | DockerClientException e) {
                throw new IllegalArgumentException(
                        "%s: the image is not here and cannot be pulled: %s".formatted(settings, innermost(e)), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalArgumentException("%s: interrupted while it was pulled".formatted(settings), e);
            }
        }
    }

    /** Where the server is reached from here. */
    public Endpoint endpoint() {
        return endpoint(container.getHost(), container.getMappedPort(port));
    }

    private static Endpoint endpoint(String host, int port) {
        return new Endpoint("http", host, port, "");
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\n\\s*", " ");
    }

    @Override
    public void close() {
        container.stop();
        log.close();
    }

    /** Waits for any HTTP status line, as long as the container runs and time is left. */
    private static final class AnyAnswer extends AbstractWaitStrategy {
        private final int port;
        private final Duration patience;

        AnyAnswer(int port, Duration patience) {
            this.port = port;
            this.patience = patience;
        }

        @Override
        protected void waitUntilReady() {
            Endpoint endpoint = endpoint(waitStrategyTarget.getHost(), waitStrategyTarget.getMappedPort(port));
            WireSettings settings = new WireSettings(endpoint, ONE_ANSWER, 1 << 20, 0, Redactor.none());
            Instant deadline = Instant.now().plus(patience);
            try (WireClient wire = new WireClient(settings, Recording.discarding())) {
                while (wire.send(WireRequest.of("GET", "/")).status().isEmpty()) {
                    if (!waitStrategyTarget.isRunning()) {
                        throw new ContainerLaunchException("the container ended before it answered");
                    }
                    if (Instant.now().isAfter(deadline)) {
                        throw new ContainerLaunchException(
                                "no HTTP answer on its port %d within %d s".formatted(port, patience.toSeconds()));
                    }
                    LockSupport.parkNanos(POLL.toNanos());
                }
            }
        }
    }
}
