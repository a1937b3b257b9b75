package dev.imagestore.tck.verdict;

import java.util.Locale;

/** The verdict on a replay, with its reason in a sentence. */
public record ReplayVerdict(Status status, int exitCode, String reason) {

    /** The four things that a replay can come to. */
    public enum Status {
        IDENTICAL,
        DIFFERENT,
        INCONCLUSIVE,
        ERROR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int TARGET_LOST = 3;
    private static final int INCONCLUSIVE_CODE = 4;

    /** The target stopped answering. */
    public static ReplayVerdict lost(String reason) {
        return new ReplayVerdict(Status.ERROR, TARGET_LOST, reason);
    }

    /** Differences are facts, however true the replay was to its plan; without any, it has to have been true to it. */
    public static ReplayVerdict of(
            ReplayReport.Counts counts,
            long differences,
            ReplayReport.Content content,
            ReplayReport.Fidelity fidelity) {
        if (differences > 0) {
            return new ReplayVerdict(
                    Status.DIFFERENT,
                    1,
                    differences == 1 ? "there is 1 difference" : "there are %d differences".formatted(differences));
        }
        if (counts.compared() == 0) {
            return new ReplayVerdict(Status.INCONCLUSIVE, INCONCLUSIVE_CODE, "no answer could be compared");
        }
        if (!fidelity.enough()) {
            return new ReplayVerdict(
                    Status.INCONCLUSIVE,
                    INCONCLUSIVE_CODE,
                    String.format(
                            Locale.ROOT,
                            "the replay was not true to its plan: fidelity %.2f; replay slower, or with more connections",
                            fidelity.score()));
        }
        return new ReplayVerdict(Status.IDENTICAL, 0, words(counts, content));
    }

    private static String words(ReplayReport.Counts counts, ReplayReport.Content content) {
        String answers = "%d answers compared".formatted(counts.compared());
        if (content.observed() == ContentObserved.NONE) {
            return answers + "; stored bytes not observed";
        }
        String unjudged = content.notJudged() == 0 ? "" : ", %d not judged".formatted(content.notJudged());
        return answers + ", %d paths compared%s".formatted(content.identical(), unjudged);
    }
}
