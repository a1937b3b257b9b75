package dev.imagestore.reference;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param session how long a session lives after its last accepted chunk
 * @param sweep how often the sessions that are over are removed
 * @param idle how long a client may be silent when it is its turn
 * @param drain how long exchanges under way may go on once the server is to stop
 */
record Times(Duration session, Duration sweep, Duration idle, Duration drain) {

    Times {
        if (session.toSeconds() < 1 || sweep.toSeconds() < 1) {
            throw new IllegalArgumentException("the session timeout and the sweep interval must be at least 1 second");
        }
        if (idle.isNegative() || drain.isNegative()) {
            throw new IllegalArgumentException("the idle and the drain time must be at least 0");
        }
    }
}
