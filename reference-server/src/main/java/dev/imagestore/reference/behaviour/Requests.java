package dev.imagestore.reference.behaviour;

/** How the texts of a request are read, and what becomes of one that reaches no operation. */
public record Requests(
        Queries queries,
        Versions versions,
        RuntimeVersion runtime,
        Timeouts timeouts,
        Paths paths,
        Ranges ranges,
        Routes routes,
        Words words,
        Offer offer) {

    /** How the query is split into parameters. */
    public enum Queries {
        DECODED,
        /** Values are taken as they stand; a pair without a value, or with a second {@code =}, is dropped. */
        RAW
    }

    /** How an api-version is read and compared. */
    public enum Versions {
        /** MAJOR.MINOR, from 6.0 up, compared by its components. */
        COMPONENTS,
        /** The same, from 1.0 up. */
        LOWER_COMPONENTS,
        /** A number with anything around it, from 1.0 up. */
        DECIMAL
    }

    /** Which version the server's runtime has, the highest that is served. */
    public enum RuntimeVersion {
        AS_TOLD,
        /** 11.0, later than any that exists. */
        LATER
    }

    /** What becomes of a timeout outside of 1 to 4294967295. */
    public enum Timeouts {
        CHECKED,
        /** 60 seconds are taken instead; only zero is taken at its word. */
        LAX
    }

    /** Which content paths are the same. */
    public enum Paths {
        NORMALISED,
        /** The same, but a segment of dots is refused. */
        WITHOUT_DOTS,
        /** For sessions only those that are spelt alike. */
        RAW
    }

    /** How a Content-Range is read. */
    public enum Ranges {
        STRICT,
        LAX
    }

    /** What answers a path that is none of the API, or a method that it does not have. */
    public enum Routes {
        /** 404, 405 with Allow, 501. */
        HTTP,
        /** 400 E_INVALIDARG; HEAD is no method either. */
        INVALID_ARGUMENT
    }

    /** How the words of the API are compared in a path. */
    public enum Words {
        EXACT,
        ANY_CASE
    }

    /** Which operations there are; the others are answered 501. */
    public enum Offer {
        ALL,
        /** All but copy, sizes and information. */
        BASIC,
        /** Those on sessions. */
        SESSIONS
    }

    Requests with(Versions chosen) {
        return new Requests(queries, chosen, runtime, timeouts, paths, ranges, routes, words, offer);
    }

    Requests with(RuntimeVersion chosen) {
        return new Requests(queries, versions, chosen, timeouts, paths, ranges, routes, words, offer);
    }

    Requests with(Paths chosen) {
        return new Requests(queries, versions, runtime, timeouts, chosen, ranges, routes, words, offer);
    }

    Requests with(Words chosen) {
        return new Requests(queries, versions, runtime, timeouts, paths, ranges, routes, chosen, offer);
    }

    Requests with(Offer chosen) {
        return new Requests(queries, versions, runtime, timeouts, paths, ranges, routes, words, chosen);
    }
}
