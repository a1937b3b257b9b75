package dev.imagestore.tck.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** The address behind the name of a host: of several, the first that takes a connection. */
final class Whereabouts {

    private Whereabouts() {}

    /** Tries only where there is a choice; what cannot be found out is left to whoever connects. */
    static InetSocketAddress of(Endpoint endpoint, Duration patience) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(endpoint.host());
        } catch (UnknownHostException e) {
            return InetSocketAddress.createUnresolved(endpoint.host(), endpoint.port());
        }
        if (all.length > 1) {
            for (InetAddress each : all) {
                InetSocketAddress address = new InetSocketAddress(each, endpoint.port());
                if (takesConnections(address, patience)) {
                    return address;
                }
            }
        }
        return new InetSocketAddress(all[0], endpoint.port());
    }

    private static boolean takesConnections(InetSocketAddress address, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) Math.max(1, Math.min(Integer.MAX_VALUE, patience.toMillis())));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
