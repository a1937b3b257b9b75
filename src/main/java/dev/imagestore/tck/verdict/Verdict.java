package dev.imagestore.tck.verdict;

import java.util.List;

/**
 * The judgement of a run.
 *
 * @param blamed requirements that failed and that no other failure accounts for, leading first
 * @param observed how much of the stored content could be seen
 * @param unmet announcements of failures that did not come true
 * @param sentence the verdict in words; never the bare word
 */
public record Verdict(
        Status status,
        int exitCode,
        List<String> blamed,
        ContentObserved observed,
        List<String> unmet,
        String sentence) {

    private static final int UNMET = 1;

    public Verdict {
        blamed = List.copyOf(blamed);
        unmet = List.copyOf(unmet);
    }

    public Verdict(Status status, int exitCode, List<String> blamed, ContentObserved observed, String sentence) {
        this(status, exitCode, blamed, observed, List.of(), sentence);
    }

    /** The same judgement after announcements that did not come true, which no run may end well with. */
    public Verdict withUnmet(List<String> announcements) {
        return announcements.isEmpty()
                ? this
                : new Verdict(
                        status,
                        exitCode == 0 ? UNMET : exitCode,
                        blamed,
                        observed,
                        announcements,
                        sentence + "; " + String.join("; ", announcements));
    }

    /** The five things that a verdict can be, each with its exit code. */
    public enum Status {
        CONFORMANT("conformant", 0),
        CONFORMANT_BUT_KNOWN("conformant-but-known", 0),
        NON_CONFORMANT("non-conformant", 1),
        INCONCLUSIVE("inconclusive", 4),
        ERROR("error", 5);

        private final String word;
        private final int exitCode;

        Status(String word, int exitCode) {
            this.word = word;
            this.exitCode = exitCode;
        }

        public String word() {
            return word;
        }

        int exitCode() {
            return exitCode;
        }
    }
}
