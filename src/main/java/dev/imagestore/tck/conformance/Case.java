package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.verdict.Level;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One case of the catalogue: a scenario, or one row of an outline.
 *
 * @param id requirement, slash, slug of the name
 * @param feature where it stands
 * @param line the line of the scenario, or of the row
 */
public record Case(String id, String requirement, String name, URI feature, int line, Tags tags) {

    private static final int LONGEST_NAME = 40;
    private static final long DEFAULT_STORES = 64 << 10;
    private static final long DEFAULT_DECLARES = 64 << 20;

    /** Where its files lie, below the folder of a run: as its id, but with no long names, since a store may limit them. */
    String folder() {
        String slug = id.substring(requirement.length() + 1);
        if (slug.length() <= LONGEST_NAME) {
            return id;
        }
        String hash = "-%08x".formatted(slug.hashCode());
        return requirement + "/" + slug.substring(0, LONGEST_NAME - hash.length()) + hash;
    }

    /** The level in that profile. */
    public Level level(Profile profile) {
        return tags.level(profile).orElse(Level.MUST);
    }

    /** How a refusal that is the point of the case is answered in that profile, where that is stated. */
    Optional<StatedAnswer> answer(Profile profile) {
        return tags.answer(profile);
    }

    /** Whether that profile asserts it. */
    public boolean in(Profile profile) {
        List<String> only = tags.values("profile");
        return only.isEmpty() || only.contains(profile.word());
    }

    /** Whether the glob, in which {@code *} and {@code ?} have their usual meaning, stands for the case or its requirement. */
    public boolean matches(String glob) {
        Pattern pattern = Pattern.compile(Arrays.stream(glob.split("(?<=[*?])|(?=[*?])"))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining()));
        return pattern.matcher(id).matches() || pattern.matcher(requirement).matches();
    }

    /** The operations without which the case says nothing; chunks unless it says that it needs the content itself. */
    List<Operation> needs() {
        List<Operation> stated = tags.values("needs").stream()
                .map(word -> Operation.named(word).orElseThrow())
                .toList();
        return stated.stream().anyMatch(Operation::isAboutContent)
                ? stated
                : Stream.concat(stated.stream(), Stream.of(Operation.UPLOAD_CHUNK))
                        .toList();
    }

    /** The requirements that the case is a witness of, beside its own. */
    List<String> about() {
        return tags.values("about");
    }

    boolean needsOracle() {
        return tags.has("@oracle");
    }

    /** Whether the lengths of stored files show the point of the case, where their bytes cannot be seen. */
    boolean bySize() {
        return tags.has("@by-size");
    }

    /** Whether the case moves the target's time on, and so has to be alone. */
    boolean needsClock() {
        return tags.has("@clock");
    }

    boolean needsRuntimeVersion() {
        return tags.has("@runtime");
    }

    /** Whether the case speaks of the whole run, and so comes after all others. */
    boolean last() {
        return tags.has("@last");
    }

    /** The most bytes of bodies that the case may send. */
    long stores() {
        return last() ? 0 : tags.value("stores").map(Sizes::parse).orElse(DEFAULT_STORES);
    }

    /** The greatest file length that the case may declare. */
    long declares() {
        return last() ? 0 : tags.value("declares").map(Sizes::parse).orElse(DEFAULT_DECLARES);
    }
}
