package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyDigester;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Interim;
import dev.imagestore.tck.exchange.Kept;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.wire.ReceivedHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange that passes by: its request goes into the store, the beginning of its answer is kept. For one thread. */
final class Captured implements AutoCloseable {

    private static final int KEPT = 1 << 20;

    private final long number;
    private final long connection;
    private final Instant started;
    private final HttpRequest head;
    private final List<Header> headers;
    private final BodyStore.Sink body;
    private final List<Interim> interim = new ArrayList<>();
    private final BodyDigester answerBody = new BodyDigester();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Instant sent;
    private @Nullable BodyDigest stored;
    private @Nullable HttpResponse answer;
    private boolean answerWhole;

    Captured(long number, long connection, Instant started, HttpRequest head, BodyStore.Sink body) {
        this.number = number;
        this.connection = connection;
        this.started = started;
        this.sent = started;
        this.head = head;
        this.headers = ReceivedHeaders.of(head);
        this.body = body;
    }

    String method() {
        return head.method().name();
    }

    String target() {
        return head.uri();
    }

    void requestBody(ByteBuffer piece, Instant at) {
        sent = at;
        body.write(piece);
    }

    void requestWhole(Instant at) {
        sent = at;
        stored = body.finish();
    }

    void interim(HttpResponse response, Redactor redactor) {
        interim.add(new Interim(
                response.status().code(),
                redactor.redact(response.status().reasonPhrase()),
                redactor.redact(ReceivedHeaders.of(response))));
    }

    void answer(HttpResponse response) {
        answer = response;
    }

    void answerBody(ByteBuffer piece) {
        byte[] beginning = new byte[Math.min(piece.remaining(), KEPT - kept.size())];
        piece.duplicate().get(beginning);
        kept.writeBytes(beginning);
        answerBody.update(piece);
    }

    void answerWhole() {
        answerWhole = true;
    }

    boolean isWhole() {
        return stored != null;
    }

    boolean isAnswered() {
        return answerWhole;
    }

    /** Nothing more comes of it. */
    Exchange end(Ending ending, Optional<String> problem, Instant at, Redactor redactor) {
        boolean whole = stored != null;
        BodyDigest digest = stored != null ? stored : body.finish();
        SentRequest request = new SentRequest(
                method(),
                redactor.redact(target()),
                redactor.redact(headers),
                declaredLength(),
                digest,
                whole,
                framing(),
                false);
        return new Exchange(
                number,
                "",
                connection,
                started,
                request,
                Optional.ofNullable(answer).map(response -> answer(response, redactor)),
                ending,
                problem,
                between(sent),
                between(at),
                interim);
    }

    private Answer answer(HttpResponse response, Redactor redactor) {
        byte[] octets = kept.toByteArray();
        return new Answer(
                response.status().code(),
                redactor.redact(response.status().reasonPhrase()),
                redactor.redact(ReceivedHeaders.of(response)),
                answerBody.digest(),
                Kept.of(redactor.redact(octets), octets.length));
    }

    private Duration between(Instant at) {
        Duration since = Duration.between(started, at);
        return since.isNegative() ? Duration.ZERO : since;
    }

    private Framing framing() {
        boolean chunked = headers.stream().anyMatch(header -> header.isNamed("Transfer-Encoding"));
        return chunked ? Framing.CHUNKED : declaredLength() < 0 ? Framing.NONE : Framing.LENGTH;
    }

    private long declaredLength() {
        return headers.stream()
                .filter(header -> header.isNamed("Content-Length"))
                .map(header -> header.value().strip())
                .filter(value -> value.matches("\\d{1,18}"))
                .findFirst()
                .map(Long::parseLong)
                .orElse(-1L);
    }

    /** Drops the body, unless the exchange has ended. */
    @Override
    public void close() {
        body.close();
    }
}
