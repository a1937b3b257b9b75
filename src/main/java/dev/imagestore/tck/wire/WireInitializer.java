package dev.imagestore.tck.wire;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;

/** The pipeline of one connection, from the socket, or from TLS, inwards. */
final class WireInitializer extends ChannelInitializer<SocketChannel> {

    private final String method;
    private final AnswerCollector answer;
    private final Conversation conversation;

    WireInitializer(String method, AnswerCollector answer, Conversation conversation) {
        this.method = method;
        this.answer = answer;
        this.conversation = conversation;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        channel.pipeline()
                .addLast("preamble", new HttpPreamble())
                .addLast("decoder", new AnswerDecoder(method))
                .addLast("answer", new AnswerReader(answer, conversation))
                .addLast("conversation", conversation);
    }
}
