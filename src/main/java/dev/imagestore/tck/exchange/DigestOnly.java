package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;

/** A store that keeps nothing: bodies are digested and gone. */
final class DigestOnly implements BodyStore {

    @Override
    public Sink open() {
        BodyDigester digester = new BodyDigester();
        return new Sink() {
            @Override
            public void write(ByteBuffer piece) {
                digester.update(piece);
            }

            @Override
            public BodyDigest finish() {
                return digester.digest();
            }

            @Override
            public void close() {}
        };
    }
}
