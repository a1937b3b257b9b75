package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.UsageException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What traffic to make up.
 *
 * @param files how many are uploaded, each in a session of its own
 * @param size of each, in bytes
 * @param chunk length of a chunk, in bytes; the last one of a file may be shorter
 * @param connections how many exchanges overlap
 * @param rate exchanges a second
 * @param contents how many different files there are among them; those that are equal share their bodies
 * @param commit whether the sessions are committed at the end
 */
public record Generation(
        long files,
        long size,
        long chunk,
        Order order,
        int connections,
        double rate,
        long seed,
        OptionalLong contents,
        boolean commit) {

    /** In which order the chunks of a file are sent. */
    public enum Order {
        FORWARD,
        REVERSE,
        SHUFFLE;

        public static Optional<Order> named(String word) {
            return switch (word) {
                case "forward" -> Optional.of(FORWARD);
                case "reverse" -> Optional.of(REVERSE);
                case "shuffle" -> Optional.of(SHUFFLE);
                default -> Optional.empty();
            };
        }
    }

    public Generation {
        atLeast("--files", files, 1);
        atLeast("--size", size, 1);
        atLeast("--chunk", chunk, 1);
        atLeast("--connections", connections, 1);
        atLeast("--contents", contents.orElse(1), 1);
        if (!(rate > 0) || rate > 1_000_000) {
            throw new UsageException("--rate %s: expected more than 0 and at most 1000000".formatted(rate));
        }
    }

    private static void atLeast(String option, long given, long least) {
        if (given < least) {
            throw new UsageException("%s %d: expected %d or more".formatted(option, given, least));
        }
    }

    long chunks() {
        return (size - 1) / chunk + 1;
    }
}
