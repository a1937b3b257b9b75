package dev.imagestore.tck;

import dev.imagestore.tck.verdict.Announcements;
import dev.imagestore.tck.verdict.Announcements.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of ids in files: one a line, what follows a {@code #} is a comment. */
final class AnnouncementFiles {

    private AnnouncementFiles() {}

    /** @throws UsageException when a file cannot be read, or an id is on both lists */
    static Announcements read(Optional<Path> failing, Optional<Path> flaky) {
        List<Entry> first = failing.map(f -> entries("--known-failing", f)).orElse(List.of());
        List<Entry> second = flaky.map(f -> entries("--known-flaky", f)).orElse(List.of());
        Set<String> ids = first.stream().map(Entry::id).collect(Collectors.toSet());
        second.stream().filter(e -> ids.contains(e.id())).findFirst().ifPresent(e -> {
            throw new UsageException("%s: %s is on both lists; expected on one".formatted(e.place(), e.id()));
        });
        return new Announcements(first, second);
    }

    /** What a line names; empty for one that is empty or a comment. */
    static String id(String line) {
        return line.replaceFirst("#.*", "").strip();
    }

    private static List<Entry> entries(String option, Path file) {
        List<Entry> entries = new ArrayList<>();
        int line = 0;
        try {
            for (String text : Files.readAllLines(file)) {
                line++;
                String id = id(text);
                if (!id.isEmpty()) {
                    entries.add(new Entry(file + ":" + line, id));
                }
            }
        } catch (IOException e) {
            throw new UsageException("%s %s cannot be read; expected one id a line".formatted(option, file));
        }
        return entries;
    }
}
