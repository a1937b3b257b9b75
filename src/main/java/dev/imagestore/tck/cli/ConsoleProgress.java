package dev.imagestore.tck.cli;

import dev.imagestore.tck.conformance.Footprint;
import dev.imagestore.tck.conformance.Progress;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells on stderr how a run goes on: a line that moves on a terminal, and nothing but the footprint elsewhere. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private final PrintStream stderr;
    private final boolean terminal;
    private final AtomicInteger failed = new AtomicInteger();
    private Optional<ProgressBar> bar = Optional.empty();

    ConsoleProgress(PrintStream stderr, boolean terminal) {
        this.stderr = stderr;
        this.terminal = terminal;
    }

    static ConsoleProgress onThisTerminal() {
        return new ConsoleProgress(System.err, isTerminal() && System.getenv("CI") == null);
    }

    /** From JDK 22 on there is always a console, and it says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void begins(Footprint footprint, int cases) {
        stderr.println(footprint);
        if (terminal) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("cases")
                    .setInitialMax(cases)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(stderr))
                    .hideEta()
                    .build());
        }
    }

    @Override
    public void finished(CaseResult result) {
        if (result.outcome() == Outcome.FAILED) {
            failed.incrementAndGet();
        }
        bar.ifPresent(b -> {
            b.step();
            b.setExtraMessage(failed.get() == 0 ? "" : failed + " failed");
        });
    }

    @Override
    public void told(String line) {
        close();
        stderr.println(line);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
