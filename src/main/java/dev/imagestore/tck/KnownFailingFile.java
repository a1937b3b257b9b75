package dev.imagestore.tck;

import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Recurrence;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The list of known failures, which can be made to follow what a run has found. Comments of their own lines stay. */
final class KnownFailingFile {

    private final Path file;
    private final boolean strict;

    /** @param strict whether a SHOULD that is not followed is a failure as well */
    KnownFailingFile(Path file, boolean strict) {
        this.file = file;
        this.strict = strict;
    }

    /**
     * Takes out the entries that did not come true, and adds the cases that failed unannounced and did not pass when they
     * were run again.
     *
     * @param catalogue the ids of all cases
     * @return what was done, in one line
     * @throws UncheckedIOException when the file cannot be replaced; it is as it was then
     */
    String update(Announcements announcements, Set<String> catalogue, Report report) {
        if (!report.run().complete()) {
            return "%s stays as it was: the run did not come to its end".formatted(file);
        }
        Set<String> outdated = announcements.outdated(catalogue, report.cases());
        List<CaseResult> fresh = report.cases().stream()
                .filter(result -> failed(result) && !result.known() && catalogue.contains(result.id()))
                .toList();
        List<String> added = fresh.stream()
                .filter(result -> !intermittent(result))
                .map(CaseResult::id)
                .toList();
        write(outdated, added);
        int left = fresh.size() - added.size();
        return "%s: %d added, %d taken out".formatted(file, added.size(), outdated.size())
                + (left == 0 ? "" : "; %d that came and went are left to --known-flaky".formatted(left));
    }

    private boolean failed(CaseResult result) {
        return result.outcome() == Outcome.FAILED || (strict && result.outcome() == Outcome.WARNED);
    }

    private static boolean intermittent(CaseResult result) {
        return result.recurrence().filter(Recurrence::isIntermittent).isPresent();
    }

    private void write(Set<String> outdated, List<String> added) {
        try {
            List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
            lines.removeIf(line -> outdated.contains(AnnouncementFiles.id(line)));
            lines.addAll(added);
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the known failures to " + file, e);
        }
    }
}
