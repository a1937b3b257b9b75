package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.http.Tls;
import dev.imagestore.reference.mutants.Mutant;
import dev.imagestore.reference.request.ApiVersion;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that a server to be started is told. */
record Plan(
        InetSocketAddress address,
        Behaviour profile,
        List<Variant> variants,
        Optional<Mutant> mutant,
        ApiVersion runtime,
        Optional<String> clusterId,
        boolean oracle,
        boolean clock,
        Limits limits,
        Times times,
        Optional<Tls> tls) {

    Plan {
        variants = List.copyOf(variants);
    }

    Behaviour behaviour() {
        Behaviour behaviour = profile;
        for (Variant variant : variants) {
            behaviour = variant.change().apply(behaviour);
        }
        return behaviour;
    }

    /** The product, its version, and in what it differs from its profile. */
    String serverName() {
        StringBuilder name = new StringBuilder("imagestore-reference/" + version() + " (" + profile.profile() + ")");
        if (!variants.isEmpty()) {
            name.append("; variant=")
                    .append(variants.stream().map(Variant::name).collect(Collectors.joining("+")));
        }
        mutant.ifPresent(defect -> name.append("; mutant=").append(defect.name()));
        return name.toString();
    }

    /** The version that the jar says it has. */
    static String version() {
        return Optional.ofNullable(Plan.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
