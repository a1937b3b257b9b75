package dev.imagestore.reference.request;

import dev.imagestore.reference.behaviour.Requests;
import dev.imagestore.reference.session.NormalisedPaths;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.PathsWithoutDots;
import dev.imagestore.reference.session.RawPaths;

/** How what all operations share is read. */
public record RequestRules(QueryParser queries, VersionRule versions, TimeoutRule timeouts, PathParser paths) {

    private static final ApiVersion LATER = new ApiVersion(11, 0);

    /** @param told the highest version that is served, unless the switches have another */
    public static RequestRules of(Requests switches, ApiVersion told) {
        ApiVersion runtime = switch (switches.runtime()) {
            case AS_TOLD -> told;
            case LATER -> LATER;
        };
        return new RequestRules(
                switch (switches.queries()) {
                    case DECODED -> new DecodedQuery();
                    case RAW -> new RawQuery();
                },
                switch (switches.versions()) {
                    case COMPONENTS -> ComponentVersions.documented(runtime);
                    case LOWER_COMPONENTS -> ComponentVersions.all(runtime);
                    case DECIMAL -> new DecimalVersions(runtime);
                },
                switch (switches.timeouts()) {
                    case CHECKED -> new CheckedTimeouts();
                    case LAX -> new LaxTimeouts();
                },
                switch (switches.paths()) {
                    case NORMALISED -> new NormalisedPaths();
                    case WITHOUT_DOTS -> new PathsWithoutDots();
                    case RAW -> new RawPaths();
                });
    }
}
