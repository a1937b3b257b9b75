package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.TheFeatures.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.EventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vocabulary of the features is that of the steps: a dry run, in which no step is carried out. */
class StepDefinitionsTest {

    private static final Matching MATCHING = new Matching();

    @BeforeAll
    static void matchEveryStep() {
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/"
                                + StepDefinitionsTest.class.getPackageName().replace('.', '/')))
                        .setDryRun()
                        .setNoSummary()
                        .setPublishQuiet(true)
                        .setMonochrome()
                        .build())
                .withFeatureSupplier(CATALOGUE::features)
                .withObjectFactorySupplier(NoObjects::new)
                .withAdditionalPlugins(MATCHING)
                .withClassLoader(StepDefinitionsTest.class::getClassLoader)
                .build()
                .run();
    }

    @Test
    void everyStepHasADefinition() {
        assertThat(MATCHING.undefined).isEmpty();
    }

    @Test
    void noStepHasTwoDefinitions() {
        assertThat(MATCHING.ambiguous).isEmpty();
    }

    @Test
    void everyDefinitionHasAStep() {
        assertThat(MATCHING.defined).isNotEmpty().isSubsetOf(MATCHING.used);
    }

    private static final class Matching implements EventListener {
        private final Set<String> undefined = new TreeSet<>();
        private final Set<String> ambiguous = new TreeSet<>();
        private final Set<String> defined = new TreeSet<>();
        private final Set<String> used = new TreeSet<>();

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(
                    StepDefinedEvent.class,
                    event -> defined.add(event.getStepDefinition().getPattern()));
            publisher.registerHandlerFor(TestStepFinished.class, this::finished);
        }

        private void finished(TestStepFinished event) {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
                Status status = event.getResult().getStatus();
                if (status == Status.UNDEFINED) {
                    undefined.add(step.getStep().getText());
                } else if (status == Status.AMBIGUOUS) {
                    ambiguous.add(step.getStep().getText());
                } else {
                    used.add(step.getPattern());
                }
            }
        }
    }

    private static final class NoObjects implements ObjectFactory {
        @Override
        public boolean addClass(Class<?> stepClass) {
            return true;
        }

        @Override
        public <T> T getInstance(Class<T> type) {
            throw new AssertionError("a dry run needs no " + type);
        }

        @Override
        public void start() {
            // nothing to make
        }

        @Override
        public void stop() {
            // nothing was made
        }
    }
}
