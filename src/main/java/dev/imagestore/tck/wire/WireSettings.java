package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Redactor;
import java.time.Duration;

/**
 * How a client talks to its peer.
 *
 * @param timeout patience for one exchange, counted anew while octets of its body can still be written
 * @param maxAnswerBytes the longest body that is read from an answer
 * @param keptBytes how many octets of it are kept
 * @param tls of no effect for http
 */
public record WireSettings(
        Endpoint endpoint, Duration timeout, long maxAnswerBytes, int keptBytes, Redactor redactor, Tls tls) {

    public WireSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout + ": expected more than nothing");
        }
        if (maxAnswerBytes < 0 || keptBytes < 0) {
            throw new IllegalArgumentException(
                    "at most " + maxAnswerBytes + " octets, " + keptBytes + " of them kept: expected 0 or more");
        }
    }

    /** With TLS as the system has it. */
    public WireSettings(Endpoint endpoint, Duration timeout, long maxAnswerBytes, int keptBytes, Redactor redactor) {
        this(endpoint, timeout, maxAnswerBytes, keptBytes, redactor, Tls.DEFAULT);
    }
}
