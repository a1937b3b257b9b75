package dev.imagestore.tck;

import dev.imagestore.tck.subject.BundledServer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The bundled server, if the run is to judge it: on its way while the features are read. Closing ends it. */
final class StartingServer implements AutoCloseable {

    private final CompletableFuture<Optional<BundledServer>> starting;

    StartingServer(TckOptions options) {
        this.starting = CompletableFuture.supplyAsync(() -> options.target().isPresent()
                ? Optional.empty()
                : Optional.of(BundledServer.start(
                        List.of("--profile", options.profile().word()))));
    }

    /** The server as soon as it listens; empty when the target is another one. */
    Optional<BundledServer> ready() {
        return Beside.join(starting);
    }

    @Override
    public void close() {
        starting.exceptionally(e -> Optional.empty()).join().ifPresent(BundledServer::close);
    }
}
