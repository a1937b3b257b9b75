package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/** Takes a body that is small enough to be held, and goes on with it when it is whole. */
final class MemorySink implements BodySink {

    /** The longest body that a request other than an upload may have. */
    static final int LONGEST = 4 * 1024 * 1024;

    private final Operation operation;
    private final Responder responder;
    private final Function<byte[], Opening.Outcome> next;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemorySink(Operation operation, Responder responder, Function<byte[], Opening.Outcome> next) {
        this.operation = operation;
        this.responder = responder;
        this.next = next;
    }

    @Override
    public long longest() {
        return LONGEST;
    }

    @Override
    public void write(ByteBuf piece, long offset) throws IOException {
        piece.getBytes(piece.readerIndex(), bytes, piece.readableBytes());
    }

    @Override
    public void complete(Instant at) {
        // What is next is next on the event loop.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public Opening.Outcome ended(BodyEnd end, Instant at) {
        return switch (end) {
            case WHOLE -> next.apply(bytes.toByteArray());
            case TOO_LONG -> refused(tooLong());
            case CUT, TOO_SHORT -> refused(new Refusal(Reason.ARGUMENT, "The body was cut"));
            case NOT_STORED -> refused(new Refusal(Reason.STORAGE, "The body could not be taken"));
        };
    }

    private Opening.Outcome refused(Refusal refusal) {
        return new Opening.Answered(responder.refused(operation, refusal));
    }

    static Refusal tooLong() {
        return new Refusal(Reason.BODY_LIMIT, "The body is longer than " + LONGEST + " bytes");
    }

    @Override
    public String toString() {
        return "the body of " + operation;
    }
}
