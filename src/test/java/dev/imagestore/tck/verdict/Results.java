package dev.imagestore.tck.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Requirements and cases of which only what a test is about has to be said. */
public final class Results {

    private Results() {}

    public static Requirement must(String id, String... explainedBy) {
        return requirement(id, Level.MUST, explainedBy);
    }

    public static Requirement should(String id) {
        return requirement(id, Level.SHOULD);
    }

    private static Requirement requirement(String id, Level level, String... explainedBy) {
        return new Requirement(
                id,
                level,
                List.of("documented"),
                List.of("documented"),
                "Text of " + id,
                "Source",
                "topic/feature",
                List.of(explainedBy));
    }

    /** A case such as {@code CR-07/first} of the requirement {@code CR-07}. */
    public static CaseResult result(String id, Outcome outcome) {
        Optional<String> reason = outcome == Outcome.PASSED ? Optional.empty() : Optional.of("because");
        return new CaseResult(
                id,
                id.substring(0, id.indexOf('/')),
                outcome,
                List.of(),
                false,
                reason,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ofMillis(5));
    }

    public static CaseResult passed(String id) {
        return result(id, Outcome.PASSED);
    }

    public static CaseResult failed(String id) {
        return result(id, Outcome.FAILED);
    }

    public static CaseResult about(String requirement, CaseResult c) {
        return new CaseResult(
                c.id(),
                c.requirement(),
                c.outcome(),
                List.of(requirement),
                c.known(),
                c.reason(),
                c.expected(),
                c.observed(),
                c.exchanges(),
                c.duration());
    }

    public static CaseResult known(CaseResult c) {
        return new CaseResult(
                c.id(),
                c.requirement(),
                c.outcome(),
                c.about(),
                true,
                c.reason(),
                c.expected(),
                c.observed(),
                c.exchanges(),
                c.duration());
    }

    public static CaseResult evidence(String expected, String observed, List<Long> exchanges, CaseResult c) {
        return new CaseResult(
                c.id(),
                c.requirement(),
                c.outcome(),
                c.about(),
                c.known(),
                c.reason(),
                Optional.of(expected),
                Optional.of(observed),
                exchanges,
                c.duration());
    }

    public static CaseResult because(String reason, CaseResult c) {
        return new CaseResult(
                c.id(),
                c.requirement(),
                c.outcome(),
                c.about(),
                c.known(),
                Optional.of(reason),
                c.expected(),
                c.observed(),
                c.exchanges(),
                c.duration());
    }
}
