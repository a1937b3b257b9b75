package dev.imagestore.reference.http;

import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request, at the level debug: what was asked, how it was answered, and how long that took. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int LONGEST = 500;

    private @Nullable HttpRequest request;
    private long begun;

    void begin(HttpRequest begins) {
        if (LOG.isDebugEnabled()) {
            request = begins;
            begun = System.nanoTime();
        }
    }

    void end(int status) {
        HttpRequest ended = request;
        if (ended == null) {
            return;
        }
        request = null;
        LOG.atDebug()
                .addKeyValue("method", shown(ended.method().name()))
                .addKeyValue("target", shown(ended.uri()))
                .addKeyValue("status", status)
                .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun))
                .log("request");
    }

    /** A client must not be able to write lines of its own, nor long ones. */
    static String shown(String text) {
        String safe = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return safe.replaceAll("[^\\x20-\\x7e]|\"", "?");
    }
}
