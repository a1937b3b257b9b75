package dev.imagestore.reference.request;

import org.jspecify.annotations.Nullable;

/** Decides on the api-version of a request. */
@FunctionalInterface
public interface VersionRule {

    /**
     * Reads the parameter.
     *
     * @param value null if it is absent
     * @throws dev.imagestore.reference.session.RefusedException if it is not served
     */
    Dialect require(@Nullable String value);
}
