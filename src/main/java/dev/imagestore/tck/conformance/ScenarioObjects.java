package dev.imagestore.tck.conformance;

import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import org.picocontainer.DefaultPicoContainer;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.behaviors.Caching;

/** Makes the step classes of a scenario, around one conversation of the run. One for each thread of Cucumber. */
final class ScenarioObjects implements ObjectFactory {

    private final RunContext run;
    private final Set<Class<?>> stepClasses = new LinkedHashSet<>();
    private MutablePicoContainer container = new DefaultPicoContainer();

    ScenarioObjects(RunContext run) {
        this.run = run;
    }

    @Override
    public boolean addClass(Class<?> stepClass) {
        stepClasses.add(stepClass);
        return true;
    }

    @Override
    public void start() {
        container = new DefaultPicoContainer(new Caching());
        container.addComponent(new Conversation(run));
        stepClasses.forEach(container::addComponent);
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return container.getComponent(type);
    }

    @Override
    public void stop() {
        container.dispose();
    }
}
