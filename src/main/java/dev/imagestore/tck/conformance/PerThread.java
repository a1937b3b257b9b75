package dev.imagestore.tck.conformance;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.runtime.ObjectFactorySupplier;

/** A factory of step objects for each thread of Cucumber, all around one run. */
final class PerThread implements ObjectFactorySupplier {

    private final ThreadLocal<ObjectFactory> factories;

    PerThread(RunContext run) {
        this.factories = ThreadLocal.withInitial(() -> new ScenarioObjects(run));
    }

    @Override
    public ObjectFactory get() {
        return factories.get();
    }
}
