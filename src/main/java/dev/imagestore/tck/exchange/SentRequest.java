package dev.imagestore.tck.exchange;

import java.util.List;

/**
 * A request as far as it was put on the socket.
 *
 * @param headers all fields that were written, in their order
 * @param declaredLength what Content-Length says (when it is no number: the length of the body given), -1 without a body
 * @param body the octets of the body that were really written
 * @param whole whether all of head and body were written
 */
public record SentRequest(
        String method, String target, List<Header> headers, long declaredLength, BodyDigest body, boolean whole) {

    public SentRequest {
        headers = List.copyOf(headers);
    }
}
