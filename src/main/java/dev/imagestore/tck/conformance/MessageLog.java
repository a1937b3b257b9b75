package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.CaseResult;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * {@code cucumber-messages.ndjson}: the run in the format of Cucumber's own tools. What several runs of Cucumber have told is
 * made one, and each case has the outcome that the suite gave it, which Cucumber cannot know.
 */
final class MessageLog {

    private final Path file;
    private final Path raw;
    private final Map<String, String> caseIds = new ConcurrentHashMap<>();

    MessageLog(Path file) {
        this.file = file;
        this.raw = file.resolveSibling("." + file.getFileName() + ".raw");
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(raw);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + file, e);
        }
    }

    /** For one run of Cucumber, which closes what it writes to when it ends. */
    ConcurrentEventListener listener(Function<TestCase, Case> caseOf) {
        MessageFormatter formatter = new MessageFormatter(appending());
        return new ConcurrentEventListener() {
            @Override
            public void setEventPublisher(EventPublisher publisher) {
                publisher.registerHandlerFor(TestCaseStarted.class, this::started);
                formatter.setEventPublisher(publisher);
            }

            private void started(TestCaseStarted event) {
                TestCase testCase = event.getTestCase();
                caseIds.put(testCase.getId().toString(), caseOf.apply(testCase).id());
            }
        };
    }

    private OutputStream appending() {
        try {
            return new BufferedOutputStream(
                    Files.newOutputStream(raw, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + raw, e);
        }
    }

    /** Writes the file, if anything was run. */
    void finish(List<CaseResult> results) {
        if (!Files.exists(raw)) {
            return;
        }
        try {
            new Messages(raw, caseIds, results).write(file);
            Files.delete(raw);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
