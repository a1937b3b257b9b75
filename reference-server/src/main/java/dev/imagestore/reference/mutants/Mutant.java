package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One deliberate defect. Apart from it the server behaves right.
 *
 * @param requirement the id of the requirement that is broken
 * @param sentence what goes wrong
 * @param subtlety from 1, which every other upload meets, to 3, which takes a particular one
 * @param profile the profile that asserts the requirement, and that the server is true to otherwise
 * @param seen the public page that tells of such a defect; empty for an invented one
 * @param collateral further requirements that the defect breaks by itself
 * @param reach globs of the requirements whose cases can meet the defect
 * @param sequenceOnly whether it takes a history that none of the cases makes
 * @param defect replaces one of the parts of a server by a defective one
 */
public record Mutant(
        String name,
        String requirement,
        Family family,
        String sentence,
        int subtlety,
        String profile,
        Optional<String> seen,
        List<String> collateral,
        List<String> reach,
        boolean sequenceOnly,
        UnaryOperator<Collaborators> defect) {

    public Mutant {
        if (subtlety < 1 || subtlety > 3) {
            throw new IllegalArgumentException("subtlety is 1 to 3, not " + subtlety);
        }
        collateral = List.copyOf(collateral);
        reach = List.copyOf(reach);
    }

    /** An invented one of the documented profile, which every case of its family can meet. */
    static Mutant of(
            String name,
            String requirement,
            Family family,
            int subtlety,
            String sentence,
            UnaryOperator<Collaborators> defect) {
        List<String> reach = new ArrayList<>(family.reach());
        reach.add(requirement);
        return new Mutant(
                name,
                requirement,
                family,
                sentence,
                subtlety,
                "documented",
                Optional.empty(),
                List.of(),
                reach,
                false,
                defect);
    }

    Mutant in(String otherProfile) {
        return new Mutant(
                name,
                requirement,
                family,
                sentence,
                subtlety,
                otherProfile,
                seen,
                collateral,
                reach,
                sequenceOnly,
                defect);
    }

    /** Such a defect was found in a system of this kind. */
    Mutant seenAt(String page) {
        return new Mutant(
                name,
                requirement,
                family,
                sentence,
                subtlety,
                profile,
                Optional.of(page),
                collateral,
                reach,
                sequenceOnly,
                defect);
    }

    Mutant breakingToo(String... requirements) {
        return new Mutant(
                name,
                requirement,
                family,
                sentence,
                subtlety,
                profile,
                seen,
                List.of(requirements),
                reach,
                sequenceOnly,
                defect);
    }

    /** It takes a history that none of the cases makes. */
    Mutant forSequences() {
        return new Mutant(
                name, requirement, family, sentence, subtlety, profile, seen, collateral, reach, true, defect);
    }
}
