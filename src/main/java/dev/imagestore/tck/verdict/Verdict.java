package dev.imagestore.tck.verdict;

import java.util.List;

/**
 * The judgement of a run.
 *
 * @param blamed requirements that failed and that no other failure accounts for, leading first
 * @param observed how much of the stored content could be seen
 * @param sentence the verdict in words; never the bare word
 */
public record Verdict(Status status, int exitCode, List<String> blamed, ContentObserved observed, String sentence) {

    public Verdict {
        blamed = List.copyOf(blamed);
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
