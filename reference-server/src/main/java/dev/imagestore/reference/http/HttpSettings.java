package dev.imagestore.reference.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What the wire side of a server is told.
 *
 * @param serverName the value of the Server field of every answer
 * @param clusterId what the ClusterId field of a request must say if there is one
 * @param oracle whether published files can be read
 * @param clock moves the server's time, if clients may do so
 * @param longestFile the longest file in bytes that may come as a whole
 * @param uriSize the longest request line in bytes
 * @param headerSize the largest header section in bytes
 * @param connections how many connections there may be
 * @param bodyRate the fewest bytes a second that a body may come with, measured over the idle time
 * @param idle how long a connection may be silent when it is its turn to speak
 * @param drain how long exchanges under way may go on when the server stops
 * @param tls how connections are secured, if they are
 */
public record HttpSettings(
        String serverName,
        Optional<String> clusterId,
        boolean oracle,
        Optional<ClockControl> clock,
        long longestFile,
        int uriSize,
        int headerSize,
        int connections,
        int bodyRate,
        Duration idle,
        Duration drain,
        Optional<Tls> tls) {}
