package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moves the server's time forward. */
final class ClockOperation {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Optional<ClockControl> clock;
    private final DiskWork disk;

    /** @param clock empty if no route leads here */
    ClockOperation(Optional<ClockControl> clock, DiskWork disk) {
        this.clock = clock;
        this.disk = disk;
    }

    /** @throws RefusedException if the parameters do not say by how much */
    Opening.Outcome advance(Map<String, String> parameters) {
        Duration by = by(parameters);
        return disk.start(
                Operation.CLOCK,
                "The time could not be moved",
                () -> Reply.Message.ok(Json.time(clock.orElseThrow().advance(by))));
    }

    static Duration by(Map<String, String> parameters) {
        String text = parameters.getOrDefault("advance", "");
        if (!SECONDS.matcher(text).matches()) {
            throw new RefusedException(
                    Reason.ARGUMENT, "advance '" + text + "' is not a number of seconds from 0 to 999999999");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
