package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Bounds;
import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.conformance.Shard;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.subject.ContainerSettings;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What to judge, against what, and how. The names are those of the command line.
 *
 * @param target empty for the bundled server, or one in a container
 * @param container the image to start the target from
 * @param operations what the target claims
 * @param content template of the content oracle
 * @param clock template by which the target's time is moved on
 * @param requireObserved an unobserved MUST makes the run inconclusive
 * @param run globs of ids to run; empty for all
 * @param skip globs of ids to leave out
 * @param strict a SHOULD that is not followed makes the run non-conformant
 * @param knownFailing file of ids that are expected to fail
 * @param updateKnownFailing whether that file is to follow what the run finds
 * @param knownFlaky file of ids that may fail or pass
 * @param baseline an earlier report to compare with
 * @param seed empty for a fresh one, which the report names
 * @param sequences number of random sequences; empty for a few, where nothing else has failed
 * @param parallel number of cases at a time
 * @param timeout patience for one answer
 * @param waitForTarget how long the target may take until it answers at all
 * @param headers go with every request and are secret
 * @param caseHeader whether requests name the case that they belong to
 * @param tls how whatever is reached by https is reached
 * @param bounds what the run may ask of the target's storage
 * @param keep whether what the run stores is to stay
 * @param shard the part of the cases to run
 * @param reports folder to write to
 */
public record TckOptions(
        Optional<Endpoint> target,
        Optional<ContainerSettings> container,
        Profile profile,
        Optional<ApiVersion> runtimeVersion,
        Set<Operation> operations,
        Optional<String> content,
        Optional<String> clock,
        boolean requireObserved,
        List<String> run,
        List<String> skip,
        boolean strict,
        Optional<Path> knownFailing,
        boolean updateKnownFailing,
        Optional<Path> knownFlaky,
        Optional<Path> baseline,
        OptionalLong seed,
        OptionalInt sequences,
        int parallel,
        Duration timeout,
        boolean failFast,
        Duration waitForTarget,
        List<Header> headers,
        boolean caseHeader,
        Tls tls,
        Bounds bounds,
        boolean keep,
        Shard shard,
        Path reports) {

    public TckOptions {
        operations = Set.copyOf(operations);
        run = List.copyOf(run);
        skip = List.copyOf(skip);
        headers = List.copyOf(headers);
    }

    /** The same, of a target that is there. */
    TckOptions at(Endpoint server) {
        return new TckOptions(
                Optional.of(server),
                Optional.empty(),
                profile,
                runtimeVersion,
                operations,
                content,
                clock,
                requireObserved,
                run,
                skip,
                strict,
                knownFailing,
                updateKnownFailing,
                knownFlaky,
                baseline,
                seed,
                sequences,
                parallel,
                timeout,
                failFast,
                waitForTarget,
                headers,
                caseHeader,
                tls,
                bounds,
                keep,
                shard,
                reports);
    }

    /** A template with the base URL of the target in place of {@code {target}}. */
    static String placed(String template, String target) {
        return template.replace("{target}", target);
    }
}
