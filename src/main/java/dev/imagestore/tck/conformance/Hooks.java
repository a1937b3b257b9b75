package dev.imagestore.tck.conformance;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** Tells a conversation which case it is, and tidies up after it. */
public final class Hooks {

    private final Conversation conversation;

    public Hooks(Conversation conversation) {
        this.conversation = conversation;
    }

    @Before
    public void start(Scenario scenario) {
        RunContext run = conversation.run();
        conversation.start(run.caseAt(scenario.getUri() + ":" + scenario.getLine()));
        run.stopped().ifPresent(reason -> {
            throw Undecided.untested("not run: " + reason);
        });
        if (run.overdue()) {
            throw Undecided.untested("not run again: there was no more time");
        }
        run.subject().store().lost().ifPresent(reason -> {
            throw Undecided.inconclusive(reason);
        });
    }

    @After
    public void tidyUp() {
        conversation.cleanUp();
    }
}
