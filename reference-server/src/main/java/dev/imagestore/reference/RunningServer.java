package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.http.FabricResponder;
import dev.imagestore.reference.http.HttpServer;
import dev.imagestore.reference.http.HttpSettings;
import dev.imagestore.reference.mutants.Mutant;
import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.session.LaxRangeParser;
import dev.imagestore.reference.session.RangeParser;
import dev.imagestore.reference.session.SessionLimits;
import dev.imagestore.reference.session.StrictRangeParser;
import dev.imagestore.reference.session.UploadSessions;
import dev.imagestore.reference.store.DiskStore;
import dev.imagestore.reference.store.StoreLayout;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/** The parts of a server, put together and at work until closed. */
final class RunningServer implements Closeable {

    private final DiskStore store;
    private final HttpServer http;

    private RunningServer(DiskStore store, HttpServer http) {
        this.store = store;
        this.http = http;
    }

    static RunningServer start(Plan plan, Path folder) throws IOException {
        Behaviour behaviour = plan.behaviour();
        Limits limits = plan.limits();
        Clock clock = Clock.systemUTC();
        StoreLayout layout = new StoreLayout(folder);
        DiskStore store = opened(layout, folder, clock);
        try {
            Collaborators sound = new Collaborators(
                    RequestRules.of(behaviour.requests(), plan.runtime()),
                    ranges(behaviour),
                    new UploadSessions(behaviour, new SessionLimits(limits.declaredLength(), limits.sessions()), clock),
                    layout,
                    store,
                    store.library(),
                    new FabricResponder(behaviour));
            Collaborators parts = plan.mutant()
                    .map(Mutant::defect)
                    .map(defect -> defect.apply(sound))
                    .orElse(sound);
            HttpSettings settings = new HttpSettings(
                    plan.serverName(),
                    plan.clusterId(),
                    plan.oracle(),
                    limits.declaredLength(),
                    limits.uriSize(),
                    limits.headerSize(),
                    limits.idle());
            return new RunningServer(store, new HttpServer(plan.address(), behaviour, settings, parts));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static RangeParser ranges(Behaviour behaviour) {
        return switch (behaviour.requests().ranges()) {
            case STRICT -> new StrictRangeParser();
            case LAX -> new LaxRangeParser();
        };
    }

    private static DiskStore opened(StoreLayout layout, Path folder, Clock clock) throws IOException {
        try {
            return DiskStore.open(layout, clock);
        } catch (IOException e) {
            throw new IOException("cannot keep files in " + folder + ": " + e, e);
        }
    }

    InetSocketAddress address() {
        return http.address();
    }

    @Override
    public void close() throws IOException {
        http.close();
        store.close();
    }
}
