package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.CaseResult;

/** Is told how a run goes on, from several threads. */
public interface Progress {

    /** Before the first case. */
    void begins(Footprint footprint, int cases);

    void finished(CaseResult result);

    /** Behind the last case: what was done beside the reports. */
    default void told(String line) {}

    /** For those who do not look. */
    Progress NONE = new Progress() {
        @Override
        public void begins(Footprint footprint, int cases) {
            // nobody looks
        }

        @Override
        public void finished(CaseResult result) {
            // nobody looks
        }
    };
}
