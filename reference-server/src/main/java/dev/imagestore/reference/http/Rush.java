package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Delivery.Attendance;
import java.util.Map;
import java.util.Random;

/** Whether the server is too busy for a request. The same requests in the same order meet the same answers. */
final class Rush {

    static final FabricError ERROR =
            new FabricError(503, "FABRIC_E_SERVICE_TOO_BUSY", "The server is busy at the moment");
    static final Map<String, String> FIELDS = Map.of("Retry-After", "0");

    private static final long SEED = 503;
    private static final int ONE_IN = 20;

    private final Attendance attendance;
    private final Random random = new Random(SEED);

    Rush(Attendance attendance) {
        this.attendance = attendance;
    }

    boolean isOn() {
        return attendance == Attendance.NOW_AND_THEN_BUSY && random.nextInt(ONE_IN) == 0;
    }
}
