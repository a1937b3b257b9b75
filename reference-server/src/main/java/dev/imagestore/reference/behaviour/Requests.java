package dev.imagestore.reference.behaviour;

/** How the texts of a request are read, and what becomes of one that reaches no operation. */
public record Requests(
        Queries queries, Versions versions, Timeouts timeouts, Paths paths, Ranges ranges, Routes routes) {

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
        /** A number with anything around it, from 1.0 up. */
        DECIMAL
    }

    /** What becomes of a timeout outside of 1 to 4294967295. */
    public enum Timeouts {
        CHECKED,
        /** 60 seconds are taken instead; only zero is taken at its word. */
        LAX
    }

    /** Which content paths of sessions are the same. */
    public enum Paths {
        NORMALISED,
        /** Only those that are spelt alike. */
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
}
