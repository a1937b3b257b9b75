package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Framing;

/**
 * A request for a connection that goes on.
 *
 * @param framing with {@link Framing#CHUNKED} the body is sent as one chunk of the chunked coding, else as it is
 * @param abandon whether to close the connection once the request is sent, without waiting for the answer
 * @param lenient whether a body that is to be cut waits there for an answer, for a while
 */
public record LaneRequest(WireRequest request, Framing framing, boolean abandon, boolean lenient) {}
