package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Behaviour;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The pipeline of a connection. */
final class ServerInitializer extends ChannelInitializer<Channel> {

    private final Behaviour behaviour;
    private final HttpSettings settings;
    private final Collaborators parts;
    private final Executor disk;
    private final ChannelGroup connections;
    private final Rush rush;

    ServerInitializer(
            Behaviour behaviour, HttpSettings settings, Collaborators parts, Executor disk, ChannelGroup connections) {
        this.behaviour = behaviour;
        this.settings = settings;
        this.parts = parts;
        this.disk = disk;
        this.connections = connections;
        this.rush = new Rush(behaviour.delivery().attendance());
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        ReplySender sender = new ReplySender(settings.serverName(), disk);
        ChannelPipeline pipeline = channel.pipeline();
        settings.tls().ifPresent(tls -> pipeline.addLast(tls.handler(channel.alloc())));
        if (connections.size() > settings.connections()) {
            pipeline.addLast(new HttpResponseEncoder(), new Crowd(parts.responder(), sender), new Faults());
            return;
        }
        BooleanSupplier isAdmin =
                () -> settings.tls().map(tls -> tls.isAdmin(channel)).orElse(true);
        Operations operations = new Operations(parts, behaviour, settings, disk, rush, isAdmin);
        long leastBytes = settings.bodyRate() * settings.idle().toSeconds();
        pipeline.addLast(new Metronome(settings.idle()));
        pipeline.addLast(new IdleStateHandler(0, 0, settings.idle().toMillis(), TimeUnit.MILLISECONDS));
        pipeline.addLast(new RequestDecoder(settings));
        pipeline.addLast(new HttpResponseEncoder());
        if (settings.tls().map(Tls::asksForCertificate).orElse(false)) {
            pipeline.addLast(new CertificateGate());
        }
        pipeline.addLast(new EndOfInput());
        pipeline.addLast(new FlowControlHandler());
        pipeline.addLast(new Patience());
        pipeline.addLast(new Conversation(operations, sender, behaviour.delivery(), leastBytes));
        pipeline.addLast(new Faults());
    }
}
