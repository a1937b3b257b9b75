package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyDigester;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One exchange on a lane: head and body on their way out, the answer on its way in. Confined to the event loop. */
final class Flight {

    /** Ends the exchange on its lane. */
    interface End {
        void end(Flight flight, Ending ending, @Nullable String problem);
    }

    private static final Duration CONTINUE = Duration.ofSeconds(1);
    private static final Duration CUT = Duration.ofSeconds(1);
    private static final int PIECE = 64 << 10;

    private final WireSettings settings;
    private final long number;
    private final long connection;
    private final PreparedRequest asked;
    private final RequestBody body;
    private final long limit;
    private final LaneListener listener;
    private final End end;
    private final AnswerCollector answer;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();

    private @Nullable Channel channel;
    private @Nullable DefaultFileRegion region;
    private @Nullable StoredPieces pieces;
    private @Nullable Deadline deadline;
    private @Nullable Future<?> waiting;
    private @Nullable SmallBodies bodies;
    private Optional<String> writeFailure = Optional.empty();
    private boolean headSent;
    private boolean bodySent;
    private boolean keepAlive;
    private boolean cutting;
    private long sentNanos = startedNanos;

    Flight(WireSettings settings, long number, long connection, PreparedRequest asked, LaneListener listener, End end) {
        this.settings = settings;
        this.number = number;
        this.connection = connection;
        this.asked = asked;
        this.body = asked.body();
        this.limit = Math.min(body.length(), asked.cutAfter().orElse(Long.MAX_VALUE));
        this.listener = listener;
        this.end = end;
        this.answer = new AnswerCollector(piece -> {}, settings.maxAnswerBytes(), settings.keptBytes());
    }

    void start(Channel on, SmallBodies smallBodies) {
        channel = on;
        bodies = smallBodies;
        deadline = Deadline.start(
                on.eventLoop(),
                settings.timeout(),
                this::progress,
                () -> end.end(this, Ending.TIMED_OUT, "no whole answer within " + settings.timeout()));
        on.write(asked.head(on.alloc())).addListener(written -> {
            headSent = written.isSuccess();
            written(written);
        });
        if (limit > 0 && asked.expectsContinue()) {
            on.flush();
            waiting = on.eventLoop().schedule(this::sendBody, CONTINUE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            sendBody();
        }
    }

    private void sendBody() {
        waiting = null;
        if (channel == null) {
            return;
        }
        if (asked.isCoded() && limit > 0) {
            channel.write(ascii(Long.toHexString(body.length()) + "\r\n"));
        }
        try {
            writeBody(channel);
        } catch (RuntimeException e) {
            unreadable(e);
            return;
        }
        if (pieces == null) {
            endBody();
        } else {
            pieces.done().addListener(this::piecesWritten);
        }
    }

    private void unreadable(RuntimeException cause) {
        end.end(this, Ending.CLOSED, "the body could not be read: " + cause.getMessage());
    }

    private void piecesWritten(Future<?> last) {
        if (last.isSuccess()) {
            endBody();
        } else if (last.cause() instanceof RuntimeException cause) {
            unreadable(cause);
        } else {
            written(last);
        }
    }

    private void endBody() {
        if (channel == null) {
            return;
        }
        boolean coded = asked.isCoded() && asked.cutAfter().isEmpty();
        String close = limit > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n";
        // Of two buffers Netty may write one by one for ever; of three it learns that they can go together.
        channel.writeAndFlush(coded ? ascii(close) : Unpooled.EMPTY_BUFFER).addListener(this::allWritten);
    }

    private void writeBody(Channel on) {
        if (limit == 0 || bodies == null || !(body instanceof RequestBody.Content content)) {
            return;
        }
        if (content.source() instanceof StoredBytes stored
                && limit > SmallBodies.LONGEST
                && settings.endpoint().secure()) {
            pieces = StoredPieces.send(on, stored, limit);
        } else if (content.source() instanceof StoredBytes stored && limit > SmallBodies.LONGEST) {
            region = new DefaultFileRegion(stored.file().toFile(), 0, limit);
            on.write(region.retain());
        } else if (content.source() instanceof StoredBytes stored && limit == content.length()) {
            on.write(bodies.get(stored, on.alloc()));
        } else {
            on.write(SmallBodies.read(content.source(), 0, Math.toIntExact(limit), on.alloc()));
        }
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    private void allWritten(Future<?> last) {
        bodySent = last.isSuccess();
        written(last);
        if (!bodySent) {
            return;
        }
        if (asked.cutAfter().isPresent()) {
            cut();
        } else if (asked.abandon()) {
            end.end(this, Ending.ABANDONED, null);
        }
    }

    /**
     * Ends the sending and waits for a while: for an answer, if one may come, else until the peer has taken notice, so that
     * what is sent next is not overtaken by the loss of this connection.
     */
    private void cut() {
        if (channel == null) {
            return;
        }
        cutting = true;
        if (!asked.lenient() && channel instanceof SocketChannel socket) {
            TlsLayer.endOutput(socket);
        }
        waiting = channel.eventLoop()
                .schedule(() -> end.end(this, Ending.CUT, null), CUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the body was cut, so that a close is what is waited for. */
    boolean cutting() {
        return cutting;
    }

    private void written(Future<?> write) {
        sentNanos = System.nanoTime();
        if (!write.isSuccess() && writeFailure.isEmpty()) {
            Throwable cause = write.cause();
            writeFailure = Optional.of(Conversation.words(cause.getCause() == null ? cause : cause.getCause()));
        }
    }

    void interim(HttpResponse response) {
        answer.interim(response);
        if (waiting != null && !bodySent && response.status().code() == 100) {
            waiting.cancel(false);
            sendBody();
        }
    }

    /** The head of the final answer is there. */
    void begun(boolean peerKeepsAlive) {
        keepAlive = peerKeepsAlive;
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
            keepAlive = false;
        }
    }

    AnswerCollector answer() {
        return answer;
    }

    Optional<String> writeFailure() {
        return writeFailure;
    }

    /** A number that grows whenever the socket takes something. */
    private long progress() {
        return (headSent ? 1 : 0) + (bodySent ? 1 : 0) + transferred();
    }

    /** Octets of a long body that the socket took. */
    private long transferred() {
        if (pieces != null) {
            return pieces.transferred();
        }
        return region == null ? 0 : region.transferred();
    }

    /** Whether the connection may carry another exchange after that ending. */
    boolean reusable(Ending ending) {
        return ending == Ending.COMPLETE && keepAlive && bodySent && asked.keepsAlive();
    }

    void tell(Ending ending, @Nullable String problem) {
        if (deadline != null) {
            deadline.cancel();
        }
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
        channel = null;
        long now = System.nanoTime();
        BodyDigest sent = sentBody();
        boolean whole =
                headSent && sent.length() == body.length() && asked.cutAfter().isEmpty();
        if (region != null) {
            region.release();
        }
        Exchange exchange = new Exchange(
                number,
                asked.request().caseId(),
                connection,
                started,
                asked.sent(sent, whole),
                answer.settle(settings.redactor()),
                ending,
                Optional.ofNullable(problem).map(settings.redactor()::redact),
                Duration.ofNanos(sentNanos - startedNanos),
                Duration.ofNanos(now - startedNanos),
                answer.interim(settings.redactor()));
        listener.ended(exchange, startedNanos, now);
    }

    private BodyDigest sentBody() {
        long sent = bodySent ? limit : transferred();
        if (sent == 0 || !(body instanceof RequestBody.Content content)) {
            return BodyDigest.EMPTY;
        }
        if (sent == content.length() && content.source() instanceof StoredBytes stored) {
            return stored.digest();
        }
        BodyDigester digester = new BodyDigester();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = 0; at < sent; at += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE, sent - at));
            content.source().read(at, piece);
            digester.update(piece.flip());
        }
        return digester.digest();
    }
}
