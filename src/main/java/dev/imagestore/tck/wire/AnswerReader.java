package dev.imagestore.tck.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/** Leads the parts of the final answer to its collector and keeps the heads of the interim ones. The messages end here. */
final class AnswerReader extends SimpleChannelInboundHandler<HttpObject> {

    /** What reading can lead to; called on the event loop, also after the exchange has ended. */
    interface Events {

        /** An interim answer, such as 100, came before the final one. */
        default void interim(int status) {}

        /** The head of the final answer is there. */
        void answerBegun();

        void answerWhole();

        /** The body goes on beyond the bound. */
        void answerOversize();

        void answerUndecodable(Throwable cause);
    }

    private final AnswerCollector answer;
    private final Events events;
    private boolean interim;

    AnswerReader(AnswerCollector answer, Events events) {
        this.answer = answer;
        this.events = events;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            events.answerUndecodable(part.decoderResult().cause());
            return;
        }
        if (part instanceof HttpResponse head) {
            interim = isInterim(head);
            if (interim) {
                answer.interim(head);
                events.interim(head.status().code());
            } else {
                answer.begin(head);
                events.answerBegun();
            }
        }
        if (part instanceof HttpContent content && !interim) {
            receive(content);
        }
    }

    private void receive(HttpContent content) {
        if (!answer.take(content.content().nioBuffer())) {
            events.answerOversize();
        } else if (content instanceof LastHttpContent) {
            events.answerWhole();
        }
    }

    static boolean isInterim(HttpResponse head) {
        int status = head.status().code();
        return status < 200 && status != 101; // after 101 the peer no longer speaks HTTP/1.1
    }
}
