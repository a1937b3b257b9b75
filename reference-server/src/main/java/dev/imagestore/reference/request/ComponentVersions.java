package dev.imagestore.reference.request;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import org.jspecify.annotations.Nullable;

/** Serves every well-formed version from the first documented one to that of the runtime, compared by components. */
final class ComponentVersions implements VersionRule {

    private static final ApiVersion LOWEST = new ApiVersion(6, 0);

    private final ApiVersion runtime;

    ComponentVersions(ApiVersion runtime) {
        this.runtime = runtime;
    }

    @Override
    public Dialect require(@Nullable String value) {
        if (value == null) {
            throw refused("api-version is required");
        }
        ApiVersion version;
        try {
            version = ApiVersion.parse(value);
        } catch (IllegalArgumentException e) {
            throw refused("api-version: " + e.getMessage());
        }
        if (version.compareTo(LOWEST) < 0 || version.compareTo(runtime) > 0) {
            throw refused("api-version " + version + " is not within " + LOWEST + " to " + runtime);
        }
        return Dialect.DOCUMENTED;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Reason.ARGUMENT, message);
    }
}
