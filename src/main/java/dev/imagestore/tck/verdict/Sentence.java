package dev.imagestore.tck.verdict;

import java.util.ArrayList;
import java.util.List;

/** The verdict in words: what was judged, what was seen and what remains open. */
final class Sentence {

    private final List<RequirementResult> results;
    private final Circumstances circumstances;

    Sentence(List<RequirementResult> results, Circumstances circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    String of(Verdict.Status status, List<String> blamed) {
        List<String> parts = new ArrayList<>();
        long judged = results.stream().filter(r -> r.outcome().judged()).count();
        if (judged == 0 && circumstances.lost().isPresent()) {
            return opening(status) + " `" + circumstances.profile() + "`: "
                    + circumstances.lost().get();
        }
        parts.add("%d of %d requirements judged".formatted(judged, circumstances.catalogued()));
        if (!circumstances.claimed().isEmpty()) {
            parts.add("claimed alone: " + String.join(", ", circumstances.claimed()));
        }
        circumstances.lost().ifPresent(parts::add);
        circumstances.vacuous().ifPresent(parts::add);
        if (!blamed.isEmpty()) {
            parts.add("broken: " + String.join(", ", blamed));
        }
        parts.add(seen());
        count(Outcome.ERROR, "in error", parts);
        count(Outcome.INCONCLUSIVE, "inconclusive", parts);
        count(Outcome.WARNED, "warned", parts);
        long untested = Judge.unobservedMusts(results);
        if (untested > 0) {
            parts.add(untested + " MUST untested");
        }
        return opening(status) + " `" + circumstances.profile() + "`: " + String.join("; ", parts);
    }

    private void count(Outcome outcome, String words, List<String> parts) {
        long count = results.stream().filter(r -> r.outcome() == outcome).count();
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    private String seen() {
        return switch (circumstances.observed()) {
            case BYTES -> "stored bytes observed";
            case SIZE -> "stored sizes observed, bytes not";
            case NONE -> "stored bytes not observed";
        };
    }

    private static String opening(Verdict.Status status) {
        return switch (status) {
            case CONFORMANT -> "conformant to";
            case CONFORMANT_BUT_KNOWN -> "conformant, but for known failures, to";
            case NON_CONFORMANT -> "NOT conformant to";
            case INCONCLUSIVE -> "INCONCLUSIVE against";
            case ERROR -> "NO VERDICT against";
        };
    }
}
