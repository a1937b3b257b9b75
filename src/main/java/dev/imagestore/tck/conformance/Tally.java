package dev.imagestore.tck.conformance;

import java.util.ArrayList;
import java.util.List;

/** How often something that always holds was looked at during a run, and where it did not hold. Safe for many threads. */
final class Tally {

    /** Where something did not hold. */
    record Finding(String caseId, long exchange, String observed) {}

    private final List<Finding> findings = new ArrayList<>();
    private long seen;

    synchronized void held() {
        seen++;
    }

    synchronized void broken(Finding finding) {
        seen++;
        findings.add(finding);
    }

    synchronized long seen() {
        return seen;
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }
}
