package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigester;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Interim;
import dev.imagestore.tck.exchange.Kept;
import dev.imagestore.tck.exchange.Redactor;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of an exchange as it grows: interim heads, then the final one, digested, its beginning kept, bounded. */
final class AnswerCollector {

    private record Head(int status, String reason, List<Header> headers) {}

    private final BodySink sink;
    private final long maxBytes;
    private final int keptBytes;
    private final BodyDigester digester = new BodyDigester();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final List<Interim> interim = new ArrayList<>();
    private @Nullable Head head;
    private boolean settled;

    AnswerCollector(BodySink sink, long maxBytes, int keptBytes) {
        this.sink = sink;
        this.maxBytes = maxBytes;
        this.keptBytes = keptBytes;
    }

    void interim(HttpResponse response) {
        interim.add(new Interim(
                response.status().code(), response.status().reasonPhrase(), AnswerDecoder.headers(response)));
    }

    /** The answers before the final one, without secrets. */
    List<Interim> interim(Redactor redactor) {
        return interim.stream()
                .map(head ->
                        new Interim(head.status(), redactor.redact(head.reason()), redactor.redact(head.headers())))
                .toList();
    }

    void begin(HttpResponse response) {
        head = new Head(response.status().code(), response.status().reasonPhrase(), AnswerDecoder.headers(response));
    }

    /** Takes a piece of the body, up to the bound; false when it goes beyond. Once settled it takes nothing. */
    boolean take(ByteBuffer piece) {
        if (settled) {
            return true;
        }
        int taken = (int) Math.min(piece.remaining(), maxBytes - digester.length());
        ByteBuffer within = piece.slice(piece.position(), taken);
        if (taken > 0) {
            digester.update(within.duplicate());
            keep(within.duplicate());
            sink.accept(within.asReadOnlyBuffer());
        }
        return taken == piece.remaining();
    }

    private void keep(ByteBuffer piece) {
        byte[] octets = new byte[Math.min(piece.remaining(), keptBytes - kept.size())];
        piece.get(octets);
        kept.writeBytes(octets);
    }

    /** The answer without its secrets, as far as it was received; empty before its head. To be called once. */
    Optional<Answer> settle(Redactor redactor) {
        settled = true;
        return Optional.ofNullable(head)
                .map(known -> new Answer(
                        known.status(),
                        redactor.redact(known.reason()),
                        redactor.redact(known.headers()),
                        digester.digest(),
                        redacted(redactor)));
    }

    private Kept redacted(Redactor redactor) {
        byte[] octets = kept.toByteArray();
        boolean whole = octets.length == digester.length();
        return Kept.of(whole ? redactor.redact(octets) : redactor.redactBeginning(octets), octets.length);
    }
}
