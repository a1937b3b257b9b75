package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.store.FileWriter;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a body that is a whole file, and publishes it. */
final class FileSink implements BodySink {

    private final ContentPath path;
    private final FileWriter writer;
    private final long longest;
    private final Responder responder;
    private boolean replaced;
    private @Nullable Refusal refusal;

    FileSink(ContentPath path, FileWriter writer, long longest, Responder responder) {
        this.path = path;
        this.writer = writer;
        this.longest = longest;
        this.responder = responder;
    }

    @Override
    public long longest() {
        return longest;
    }

    @Override
    public void write(ByteBuf piece, long offset) throws IOException {
        writer.write(piece.nioBuffer());
    }

    @Override
    public void complete(Instant at) throws IOException {
        try {
            replaced = writer.publish();
        } catch (RefusedException e) {
            refusal = e.refusal();
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    @Override
    public Opening.Outcome ended(BodyEnd end, Instant at) {
        Refusal why = refusal != null ? refusal : refusal(end);
        return new Opening.Answered(
                why == null ? responder.uploaded(replaced) : responder.refused(Operation.UPLOAD_FILE, why));
    }

    private @Nullable Refusal refusal(BodyEnd end) {
        return switch (end) {
            case WHOLE -> null;
            case CUT, TOO_SHORT -> new Refusal(Reason.ARGUMENT, "The body was cut");
            case TOO_LONG -> new Refusal(Reason.LENGTH_LIMIT, tooLong(longest));
            case NOT_STORED -> new Refusal(Reason.STORAGE, "'" + path + "' could not be stored");
        };
    }

    static String tooLong(long longest) {
        return "The file is longer than the " + longest + " bytes that this server takes";
    }

    @Override
    public String toString() {
        return "the file '" + path + "'";
    }
}
