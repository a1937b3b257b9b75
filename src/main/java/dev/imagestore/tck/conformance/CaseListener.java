package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.function.Consumer;

/** Turns the end of each scenario into the result of its case. Cucumber knows nothing of what becomes of it. */
final class CaseListener implements ConcurrentEventListener {

    private final RunContext run;
    private final Consumer<CaseResult> finished;

    CaseListener(RunContext run, Consumer<CaseResult> finished) {
        this.run = run;
        this.finished = finished;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    private void finished(TestCaseFinished event) {
        Case of = caseOf(event.getTestCase());
        CaseResult result = result(of, event.getResult());
        if (result.outcome() == Outcome.FAILED && run.settings().failFast()) {
            run.stop();
        }
        finished.accept(result);
    }

    Case caseOf(io.cucumber.plugin.event.TestCase testCase) {
        return run.caseAt(testCase.getUri() + ":" + testCase.getLocation().getLine());
    }

    private CaseResult result(Case of, Result result) {
        CaseResults made = new CaseResults(of, run.log(of), result.getDuration());
        Throwable error = result.getError();
        if (result.getStatus() == Status.PASSED) {
            return made.passed();
        }
        if (run.interrupted()) { // which may well be what ended it
            return made.decided(Outcome.UNTESTED, RunContext.INTERRUPTED);
        }
        if (error == null) {
            return made.error("the suite has no step for this scenario: " + result.getStatus());
        }
        return made.ended(error, of.level(run.settings().profile()));
    }
}
