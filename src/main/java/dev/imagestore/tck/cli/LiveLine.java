package dev.imagestore.tck.cli;

import java.io.PrintStream;

/** One line on stderr that is written over and over while something goes on; nothing when stderr is no terminal. */
final class LiveLine implements AutoCloseable {

    private final PrintStream stderr;
    private final boolean terminal;
    private int shown;

    LiveLine(PrintStream stderr, boolean terminal) {
        this.stderr = stderr;
        this.terminal = terminal;
    }

    static LiveLine onThisTerminal() {
        return new LiveLine(System.err, ConsoleProgress.isTerminal() && System.getenv("CI") == null);
    }

    synchronized void show(String text) {
        if (terminal) {
            String rest = " ".repeat(Math.max(0, shown - text.length()));
            stderr.print("\r" + text + rest);
            stderr.flush();
            shown = text.length();
        }
    }

    /** The line is gone before anything else is printed. */
    @Override
    public synchronized void close() {
        if (shown > 0) {
            stderr.print("\r" + " ".repeat(shown) + "\r");
            stderr.flush();
            shown = 0;
        }
    }
}
