package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import dev.imagestore.reference.http.ClockControl;
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
import java.util.Optional;

/** The parts of a server, put together and at work until closed. */
final class RunningServer implements Closeable {

    private final DiskStore store;
    private final Sweeper sweeper;
    private final HttpServer http;

    private RunningServer(DiskStore store, Sweeper sweeper, HttpServer http) {
        this.store = store;
        this.sweeper = sweeper;
        this.http = http;
    }

    static RunningServer start(Plan plan, Path folder, Clock time) throws IOException {
        Behaviour behaviour = plan.behaviour();
        long declaredLength = Math.min(
                plan.limits().declaredLength(), behaviour.declaredLengths().longest());
        StoreLayout layout = new StoreLayout(folder);
        AdvancingClock clock = new AdvancingClock(time);
        DiskStore store = DiskStore.open(layout, behaviour.afterCommit() == AfterCommit.KEPT, clock);
        try {
            UploadSessions sessions =
                    new UploadSessions(behaviour, sessionLimits(plan, declaredLength), clock, store.serialsAfter());
            store.resume(sessions::resume);
            Collaborators sound = new Collaborators(
                    RequestRules.of(behaviour.requests(), plan.runtime()),
                    ranges(behaviour),
                    sessions,
                    layout,
                    store,
                    store.library(),
                    new FabricResponder(behaviour),
                    clock);
            Collaborators parts = plan.mutant()
                    .map(Mutant::defect)
                    .map(defect -> defect.apply(sound))
                    .orElse(sound);
            Sweeper sweeper = new Sweeper(clock, parts);
            HttpServer http = new HttpServer(plan.address(), behaviour, settings(plan, declaredLength, sweeper), parts);
            sweeper.start(plan.times().sweep());
            return new RunningServer(store, sweeper, http);
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

    private static SessionLimits sessionLimits(Plan plan, long declaredLength) {
        Limits limits = plan.limits();
        return new SessionLimits(
                declaredLength,
                limits.sessions(),
                limits.stagedBytes(),
                plan.times().session());
    }

    private static HttpSettings settings(Plan plan, long declaredLength, ClockControl clock) {
        return new HttpSettings(
                plan.serverName(),
                plan.clusterId(),
                plan.oracle(),
                plan.clock() ? Optional.of(clock) : Optional.empty(),
                declaredLength,
                plan.limits().uriSize(),
                plan.limits().headerSize(),
                plan.limits().connections(),
                plan.limits().bodyRate(),
                plan.times().idle(),
                plan.times().drain(),
                plan.tls());
    }

    InetSocketAddress address() {
        return http.address();
    }

    @Override
    public void close() throws IOException {
        http.close();
        sweeper.close();
        store.close();
    }
}
