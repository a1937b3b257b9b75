package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ApiVersion;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The versions about that of a runtime, by the names that the features have for them. Versions are compared in two ways:
 * by component, where 6.10 comes after 6.9, and as decimal fractions, where it is 6.1.
 */
record RuntimeVersions(ApiVersion runtime) {

    private static final ApiVersion FAR = new ApiVersion(999, 0);

    /** As it goes on the wire, or empty when this runtime has none such. */
    Optional<String> named(String which) {
        return version(which).map(ApiVersion::toString);
    }

    private Optional<ApiVersion> version(String which) {
        return switch (which) {
            case "the runtime's version" -> Optional.of(runtime);
            case "the next minor version" -> Optional.of(runtime.nextMinor()).filter(this::aboveAsDecimal);
            case "the next major version" -> Optional.of(runtime.nextMajor());
            case "a version far above" -> Optional.of(FAR);
            case "a version above by component and not as a decimal fraction" ->
                first(IntStream.of(10, 100, 1000), v -> aboveByComponent(v) && !aboveAsDecimal(v));
            case "a version above as a decimal fraction and not by component" ->
                first(IntStream.range(1, runtime.minor()), v -> !aboveByComponent(v) && aboveAsDecimal(v));
            default -> throw new IllegalArgumentException("no version called " + which);
        };
    }

    private Optional<ApiVersion> first(IntStream minors, Predicate<ApiVersion> wanted) {
        Stream<ApiVersion> versions = minors.mapToObj(minor -> new ApiVersion(runtime.major(), minor));
        return versions.filter(wanted).findFirst();
    }

    private boolean aboveByComponent(ApiVersion version) {
        return version.compareTo(runtime) > 0;
    }

    private boolean aboveAsDecimal(ApiVersion version) {
        return decimal(version).compareTo(decimal(runtime)) > 0;
    }

    private static BigDecimal decimal(ApiVersion version) {
        return new BigDecimal(version.toString());
    }
}
