package dev.imagestore.reference.behaviour;

import java.time.Duration;

/** How answers come over a connection. */
public record Delivery(Framing framing, Closing closing, Pace pace, Attendance attendance) {

    /** How the end of an answer's body is told to a client that speaks HTTP/1.1. */
    public enum Framing {
        CONTENT_LENGTH,
        CHUNKED
    }

    /** After which answers the connection ends although the client would go on. */
    public enum Closing {
        NONE,
        ERRORS,
        ALL;

        public boolean concerns(int status) {
            return this == ALL || (this == ERRORS && status >= 400);
        }
    }

    /** How long an answer that is ready waits. */
    public enum Pace {
        AT_ONCE(Duration.ZERO),
        SLOW(Duration.ofMillis(100));

        private final Duration delay;

        Pace(Duration delay) {
            this.delay = delay;
        }

        public Duration delay() {
            return delay;
        }
    }

    /** Whether requests are served at all. */
    public enum Attendance {
        ALWAYS,
        /** Some, drawn from a fixed seed, are answered 503 with Retry-After. */
        NOW_AND_THEN_BUSY
    }

    Delivery with(Framing chosen) {
        return new Delivery(chosen, closing, pace, attendance);
    }

    Delivery with(Closing chosen) {
        return new Delivery(framing, chosen, pace, attendance);
    }

    Delivery with(Pace chosen) {
        return new Delivery(framing, closing, chosen, attendance);
    }

    Delivery with(Attendance chosen) {
        return new Delivery(framing, closing, pace, chosen);
    }
}
