package dev.imagestore.reference.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts replies on the wire. */
final class ReplySender {

    private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);
    private static final AsciiString JSON = AsciiString.cached("application/json; charset=utf-8");
    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NOSNIFF = AsciiString.cached("nosniff");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int PIECE = 256 * 1024;

    private final AsciiString serverName;
    private final Executor disk;

    ReplySender(String serverName, Executor disk) {
        this.serverName = AsciiString.cached(serverName);
        this.disk = disk;
    }

    /** Tells a client that waits before it sends a body to send it. */
    static void askForBody(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }

    /**
     * Sends a reply.
     *
     * @param persistent whether the connection stays open after it
     * @param bodiless whether the request was one, like HEAD, whose answer has no body
     * @param chunked whether a body of JSON comes in chunks
     * @return done when all of it is handed to the system, or has failed and closed the connection
     */
    ChannelFuture send(ChannelHandlerContext ctx, Reply reply, boolean persistent, boolean bodiless, boolean chunked) {
        return start(ctx, reply, persistent, bodiless, chunked).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private ChannelFuture start(
            ChannelHandlerContext ctx, Reply reply, boolean persistent, boolean bodiless, boolean chunked) {
        if (reply instanceof Reply.Message message) {
            ByteBuf body = bodiless ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(message.body());
            HttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status(message), body);
            message.fields().forEach((name, value) -> response.headers().set(name, value));
            if (!message.bare()) {
                response.headers().set(HttpHeaderNames.CONTENT_TYPE, JSON).set(CONTENT_TYPE_OPTIONS, NOSNIFF);
            }
            completed(response, message.body().length, persistent);
            if (chunked && message.status() != 204) {
                response.headers()
                        .remove(HttpHeaderNames.CONTENT_LENGTH)
                        .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
            }
            return ctx.writeAndFlush(response);
        }
        Reply.Content content = (Reply.Content) reply;
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_OCTET_STREAM)
                .set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        ctx.write(completed(response, content.length(), persistent));
        ChannelPromise sent = ctx.newPromise();
        sendFrom(ctx, content, 0, sent);
        return sent;
    }

    private static HttpResponseStatus status(Reply.Message message) {
        return message.phrase().isEmpty()
                ? HttpResponseStatus.valueOf(message.status())
                : new HttpResponseStatus(message.status(), message.phrase());
    }

    /** An answer of status 204 loses its length in the encoder, which knows that it may not have one. */
    private HttpResponse completed(HttpResponse response, long length, boolean persistent) {
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, length)
                .set(HttpHeaderNames.SERVER, serverName)
                .set(HttpHeaderNames.DATE, DATE.format(Instant.now()))
                .set(HttpHeaderNames.CONNECTION, persistent ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        return response;
    }

    /** One piece is read on the disk executor when the one before has left: memory stays flat. */
    private void sendFrom(ChannelHandlerContext ctx, Reply.Content content, long position, ChannelPromise sent) {
        if (position >= content.length()) {
            close(content.file());
            ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, sent);
            return;
        }
        int size = (int) Math.min(PIECE, content.length() - position);
        ByteBuf piece = ctx.alloc().ioBuffer(size);
        disk.execute(() -> {
            boolean read = fill(piece, content.file(), position, size);
            ctx.executor().execute(() -> {
                if (!read) {
                    piece.release();
                    close(content.file());
                    sent.setFailure(new IOException("the file could not be read"));
                    return;
                }
                ctx.writeAndFlush(new DefaultHttpContent(piece)).addListener(written -> {
                    if (written.isSuccess()) {
                        sendFrom(ctx, content, position + size, sent);
                    } else {
                        close(content.file());
                        sent.setFailure(written.cause());
                    }
                });
            });
        });
    }

    private static boolean fill(ByteBuf piece, FileChannel file, long position, int size) {
        try {
            while (piece.readableBytes() < size) {
                long at = position + piece.readableBytes();
                if (piece.writeBytes(file, at, size - piece.readableBytes()) < 0) {
                    LOG.error("a file ended at {} while it was sent", at);
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            LOG.error("a file could not be read: {}", e.toString());
            return false;
        }
    }

    /** Gives up a reply that can no longer be sent. */
    void dispose(Reply reply) {
        if (reply instanceof Reply.Content content) {
            close(content.file());
        }
    }

    private void close(FileChannel file) {
        disk.execute(() -> {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("a file could not be closed: {}", e.toString());
            }
        });
    }
}
