package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A request whose head is written out already, off the thread that sends. Immutable. */
public final class PreparedRequest {

    private final LaneRequest asked;
    private final List<Header> headers;
    private final byte[] head;
    private final SentRequest unsent;
    private final boolean expectsContinue;
    private final boolean closes;

    private PreparedRequest(LaneRequest asked, RequestHead head, Redactor redactor) {
        this.asked = asked;
        this.headers = head.headers();
        this.head = head.octets();
        this.unsent = new SentRequest(
                head.method(),
                head.target(),
                redactor.redact(headers),
                head.declaredLength(),
                BodyDigest.EMPTY,
                false,
                asked.framing(),
                false);
        this.expectsContinue = anyHeader("Expect", value -> value.equalsIgnoreCase("100-continue"));
        this.closes =
                anyHeader("Connection", value -> value.toLowerCase(Locale.ROOT).contains("close"));
    }

    /**
     * Writes the head out.
     *
     * @throws IllegalArgumentException if it has a character that is not one octet
     */
    public static PreparedRequest of(LaneRequest asked, Endpoint endpoint, Redactor redactor) {
        return new PreparedRequest(asked, RequestHead.of(asked.request(), endpoint), redactor);
    }

    private boolean anyHeader(String name, Predicate<String> value) {
        for (Header header : headers) {
            if (header.isNamed(name) && value.test(header.value())) {
                return true;
            }
        }
        return false;
    }

    WireRequest request() {
        return asked.request();
    }

    RequestBody body() {
        return request().body();
    }

    /** After how much of the body the connection is to be closed. */
    OptionalLong cutAfter() {
        return request().cutAfter();
    }

    Framing framing() {
        return asked.framing();
    }

    boolean abandon() {
        return asked.abandon();
    }

    boolean lenient() {
        return asked.lenient();
    }

    /** The head, to be released by the caller. */
    ByteBuf head(ByteBufAllocator allocator) {
        return allocator.directBuffer(head.length, head.length).writeBytes(head);
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    boolean isCoded() {
        return asked.framing() == Framing.CHUNKED;
    }

    /** Whether the connection may carry another request once this one was sent whole. */
    boolean keepsAlive() {
        return !closes && cutAfter().isEmpty() && asked.framing() != Framing.RAW;
    }

    /** Without secrets, as far as it was sent. */
    SentRequest sent(BodyDigest body, boolean whole) {
        return new SentRequest(
                unsent.method(),
                unsent.target(),
                unsent.headers(),
                unsent.declaredLength(),
                body,
                whole,
                unsent.framing(),
                false);
    }
}
