package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request to be put on the wire exactly as it stands here; nothing is checked or tidied.
 *
 * @param target written on the request line as it is: encoded already, base path included
 * @param headers written in this order, one octet a character; {@code Host} comes before and {@code Content-Length}
 *     after them, unless they are among these
 * @param cutAfter the connection is closed once so many octets of the body were written
 * @param caseId the conformance case it belongs to, empty when none
 * @param patience how long the answer is waited for, where it is not as long as the client mostly does
 */
public record WireRequest(
        String method,
        String target,
        List<Header> headers,
        RequestBody body,
        OptionalLong cutAfter,
        String caseId,
        Optional<Duration> patience) {

    public WireRequest {
        headers = List.copyOf(headers);
        if (cutAfter.isPresent() && cutAfter.getAsLong() < 0) {
            throw new IllegalArgumentException("cut after " + cutAfter.getAsLong() + " octets: expected 0 or more");
        }
    }

    public static WireRequest of(String method, String target) {
        return new WireRequest(
                method, target, List.of(), RequestBody.none(), OptionalLong.empty(), "", Optional.empty());
    }

    /** Adds a header, also one of a name that is there already. */
    public WireRequest header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new WireRequest(method, target, more, body, cutAfter, caseId, patience);
    }

    public WireRequest body(RequestBody newBody) {
        return new WireRequest(method, target, headers, newBody, cutAfter, caseId, patience);
    }

    public WireRequest cutAfter(long octets) {
        return new WireRequest(method, target, headers, body, OptionalLong.of(octets), caseId, patience);
    }

    public WireRequest forCase(String id) {
        return new WireRequest(method, target, headers, body, cutAfter, id, patience);
    }

    public WireRequest patience(Duration longest) {
        return new WireRequest(method, target, headers, body, cutAfter, caseId, Optional.of(longest));
    }
}
