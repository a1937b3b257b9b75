package dev.imagestore.reference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the server logs while this is open. */
final class LogLines implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    LogLines() {
        lines.start();
        context.getLogger("ROOT").addAppender(lines);
    }

    List<String> errors() {
        return from(Level.ERROR);
    }

    /** Errors included. */
    List<String> warnings() {
        return from(Level.WARN);
    }

    private List<String> from(Level level) {
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        context.getLogger("ROOT").detachAppender(lines);
    }
}
