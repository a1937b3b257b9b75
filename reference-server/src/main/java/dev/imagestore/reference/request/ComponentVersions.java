package dev.imagestore.reference.request;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import org.jspecify.annotations.Nullable;

/** Serves every well-formed version from the lowest to that of the runtime, compared by components. */
final class ComponentVersions implements VersionRule {

    private static final ApiVersion FIRST = new ApiVersion(1, 0);
    private static final ApiVersion FIRST_DOCUMENTED = new ApiVersion(6, 0);

    private final ApiVersion lowest;
    private final ApiVersion runtime;

    private ComponentVersions(ApiVersion lowest, ApiVersion runtime) {
        this.lowest = lowest;
        this.runtime = runtime;
    }

    /** From the first documented version up. */
    static ComponentVersions documented(ApiVersion runtime) {
        return new ComponentVersions(FIRST_DOCUMENTED, runtime);
    }

    /** From the first version there was. */
    static ComponentVersions all(ApiVersion runtime) {
        return new ComponentVersions(FIRST, runtime);
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
        if (version.compareTo(lowest) < 0 || version.compareTo(runtime) > 0) {
            throw refused("api-version " + version + " is not within " + lowest + " to " + runtime);
        }
        return Dialect.DOCUMENTED;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Reason.ARGUMENT, message);
    }
}
