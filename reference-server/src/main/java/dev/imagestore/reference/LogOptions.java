package dev.imagestore.reference;

import picocli.CommandLine.Option;

/** The options for the log. It is set up when the first class that logs is loaded: {@link #apply} comes before that. */
final class LogOptions {

    /** How a line of the log looks. */
    enum Form {
        TEXT,
        JSON
    }

    /** The least that is logged. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    @Option(
            names = "--log",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, or json: one object a line (default: ${DEFAULT-VALUE}).")
    private Form form = Form.TEXT;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "error, warn, info, or debug: then with a line a request (default: ${DEFAULT-VALUE}).")
    private Level level = Level.INFO;

    void apply() {
        System.setProperty("imagestore.log.format", form == Form.JSON ? "json" : "text");
        System.setProperty("imagestore.log.level", level.name());
    }
}
