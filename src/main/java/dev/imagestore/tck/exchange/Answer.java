package dev.imagestore.tck.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A final answer as far as it was received; the head is always whole.
 *
 * @param headers all fields of the head, in their order
 * @param body the octets received, before any were redacted
 * @param kept the first of them, redacted
 */
public record Answer(int status, String reason, List<Header> headers, BodyDigest body, Kept kept) {

    public Answer {
        headers = List.copyOf(headers);
    }

    public Answer(int status, String reason, List<Header> headers, BodyDigest body, byte[] kept) {
        this(status, reason, headers, body, Kept.of(kept));
    }

    /** The kept octets, read as UTF-8. */
    public String text() {
        return kept.text();
    }

    /** A copy of the kept octets. */
    public byte[] bytes() {
        return kept.bytes();
    }

    /** Whether more octets were received than kept. */
    public boolean truncated() {
        return kept.standsFor() < body.length();
    }

    /** The value of the first field of that name, compared without case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    /** The values of all fields of that name, in their order. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .toList();
    }
}
