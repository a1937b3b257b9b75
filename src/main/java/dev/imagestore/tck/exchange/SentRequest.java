package dev.imagestore.tck.exchange;

import java.util.List;

/**
 * A request as far as it was put on the socket.
 *
 * @param headers all fields that were written, in their order
 * @param declaredLength what Content-Length says (when it is no number: the length of the body given), -1 without a body
 * @param body the octets of the body that were really written
 * @param whole whether all of head and body were written
 * @param standIn whether the body only has the right length, because its octets are not known
 */
public record SentRequest(
        String method,
        String target,
        List<Header> headers,
        long declaredLength,
        BodyDigest body,
        boolean whole,
        Framing framing,
        boolean standIn) {

    public SentRequest {
        headers = List.copyOf(headers);
    }

    /** With the framing that the headers show, for a body that was written as it is. */
    public SentRequest(
            String method, String target, List<Header> headers, long declaredLength, BodyDigest body, boolean whole) {
        this(method, target, headers, declaredLength, body, whole, framing(headers, declaredLength), false);
    }

    private static Framing framing(List<Header> headers, long declaredLength) {
        if (headers.stream().anyMatch(header -> header.isNamed("Transfer-Encoding"))) {
            return Framing.RAW;
        }
        return declaredLength < 0 ? Framing.NONE : Framing.LENGTH;
    }

    /** The value of the first field of that name, compared without case; empty when there is none. */
    public String header(String name) {
        for (Header header : headers) {
            if (header.isNamed(name)) {
                return header.value();
            }
        }
        return "";
    }
}
