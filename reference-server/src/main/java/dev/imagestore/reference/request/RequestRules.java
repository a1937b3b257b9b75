package dev.imagestore.reference.request;

import dev.imagestore.reference.behaviour.Requests;
import dev.imagestore.reference.session.NormalisedPaths;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.RawPaths;

/** How what all operations share is read. */
public record RequestRules(QueryParser queries, VersionRule versions, TimeoutRule timeouts, PathParser paths) {

    /** @param runtime the highest version that is served */
    public static RequestRules of(Requests switches, ApiVersion runtime) {
        return new RequestRules(
                switch (switches.queries()) {
                    case DECODED -> new DecodedQuery();
                    case RAW -> new RawQuery();
                },
                switch (switches.versions()) {
                    case COMPONENTS -> new ComponentVersions(runtime);
                    case DECIMAL -> new DecimalVersions(runtime);
                },
                switch (switches.timeouts()) {
                    case CHECKED -> new CheckedTimeouts();
                    case LAX -> new LaxTimeouts();
                },
                switch (switches.paths()) {
                    case NORMALISED -> new NormalisedPaths();
                    case RAW -> new RawPaths();
                });
    }
}
