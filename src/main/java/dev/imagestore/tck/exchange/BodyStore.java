package dev.imagestore.tck.exchange;

import java.nio.ByteBuffer;

/** Where the bodies of a recording go, each under its digest and once. Safe for many threads; a sink is for one. */
public interface BodyStore {

    /** Starts a body whose length and digest are not yet known; the caller closes the sink. */
    Sink open();

    /** One body on its way into the store. */
    interface Sink extends AutoCloseable {

        /** Takes the remaining octets of {@code piece}. */
        void write(ByteBuffer piece);

        /** Stores what was written; nothing may be written any more. */
        BodyDigest finish();

        /** Drops what was written, unless it is finished. */
        @Override
        void close();
    }
}
