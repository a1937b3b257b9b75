package dev.imagestore.reference.request;

import org.jspecify.annotations.Nullable;

/** Decides on the timeout of a request. */
@FunctionalInterface
public interface TimeoutRule {

    /** What holds if a request does not say. */
    long DEFAULT_SECONDS = 60;

    /** The longest that a request may say. */
    long MAX_SECONDS = 4_294_967_295L;

    /**
     * Reads the parameter.
     *
     * @param value null if it is absent
     * @return how many seconds the work may take once the request is received; none at all if 0
     * @throws dev.imagestore.reference.session.RefusedException if it is not served
     */
    long seconds(@Nullable String value);
}
