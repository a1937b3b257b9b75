package dev.imagestore.tck;

import dev.imagestore.tck.subject.BundledServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the bundled server says of one of its mutants.
 *
 * @param requirement the id that has to be blamed
 * @param origin {@code seen} or {@code invented}
 * @param page where it was seen; empty for an invented one
 * @param collateral ids that may be blamed besides
 * @param reach globs of what can meet the defect
 * @param sequenceOnly whether no case meets it, but a random sequence does
 */
record KnownMutant(
        String name,
        String requirement,
        String profile,
        String family,
        String sentence,
        int subtlety,
        String origin,
        String page,
        List<String> collateral,
        List<String> reach,
        boolean sequenceOnly) {

    static List<KnownMutant> all(Path scratch) throws IOException {
        Process listing = new ProcessBuilder(BundledServer.command(scratch, List.of("--list-mutants", "--json"), true))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] json = listing.getInputStream().readAllBytes();
        JsonMapper mapper = JsonMapper.shared();
        return mapper.convertValue(mapper.readTree(json).path("mutants"), new TypeReference<List<KnownMutant>>() {});
    }

    /** Those of the names, or all if there are none. */
    static List<KnownMutant> chosen(List<KnownMutant> mutants, String names) {
        if (names.isEmpty()) {
            return mutants;
        }
        Set<String> wanted = Arrays.stream(names.split(",")).collect(Collectors.toSet());
        return mutants.stream().filter(mutant -> wanted.remove(mutant.name())).toList();
    }

    boolean isSeen() {
        return origin.equals("seen");
    }
}
