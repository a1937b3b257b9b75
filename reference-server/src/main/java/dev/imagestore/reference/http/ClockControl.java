package dev.imagestore.reference.http;

import java.time.Duration;
import java.time.Instant;

/** Moves the time of the server forward; there only to judge it by. */
@FunctionalInterface
public interface ClockControl {

    /** Returns the new time, when everything has happened that it brings about. Called on a thread that may wait. */
    Instant advance(Duration by);
}
