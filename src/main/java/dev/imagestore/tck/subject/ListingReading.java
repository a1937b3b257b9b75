package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ContentAnswer;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.ListedFolder;
import dev.imagestore.tck.protocol.StorePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a listing of content brought, all its pages together.
 *
 * @param first the exchange of the first page
 * @param defects where the answers depart from the documented model
 */
public record ListingReading(
        State state, Exchange first, List<ListedFile> files, List<ListedFolder> folders, List<String> defects) {

    public ListingReading {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        defects = List.copyOf(defects);
    }

    /** The three things that a client can learn of a place in the store. */
    public enum State {
        /** Listed, though it may hold nothing. */
        LISTED,
        /** Nothing is there: 204, or a refusal. */
        NOTHING,
        /** The answer says neither. */
        UNREADABLE
    }

    static ListingReading of(List<Exchange> pages) {
        Exchange first = pages.get(0);
        int status = first.answered() ? first.status().orElse(0) : 0;
        if (status == 204 || (status >= 300 && status < 500)) {
            return new ListingReading(State.NOTHING, first, List.of(), List.of(), List.of());
        }
        List<ListedFile> files = new ArrayList<>();
        List<ListedFolder> folders = new ArrayList<>();
        List<String> defects = new ArrayList<>();
        boolean readable = true;
        for (Exchange page : pages) {
            Optional<ContentAnswer> answer = answer(page);
            readable &= answer.isPresent();
            answer.ifPresent(a -> {
                files.addAll(a.files());
                folders.addAll(a.folders());
                a.defects().stream().filter(d -> !defects.contains(d)).forEach(defects::add);
            });
        }
        boolean understood = readable && defects.stream().noneMatch(ListingReading::hidesEntries);
        return new ListingReading(understood ? State.LISTED : State.UNREADABLE, first, files, folders, defects);
    }

    static Optional<ContentAnswer> answer(Exchange page) {
        return page.answer()
                .filter(a -> page.answered() && a.status() == 200 && !a.truncated())
                .map(a -> ContentAnswer.parse(a.text()));
    }

    /** The defects, but for the absence of a FileCount, which is no more than advice. */
    public List<String> departures() {
        return defects.stream().filter(d -> !d.equals("FileCount is missing")).toList();
    }

    /** The file that is listed under that path; in another case only if there is none in this one. */
    public Optional<ListedFile> file(String path) {
        return files.stream()
                .filter(f -> StorePath.plain(f.path()).equals(StorePath.plain(path)))
                .findFirst()
                .or(() -> files.stream()
                        .filter(f -> StorePath.same(f.path(), path))
                        .findFirst());
    }

    public Optional<ListedFolder> folder(String path) {
        return folders.stream().filter(f -> StorePath.same(f.path(), path)).findFirst();
    }

    /** Whether the first page is longer than what is kept of an answer. */
    public boolean tooLong() {
        return first.answer().map(Answer::truncated).orElse(false);
    }

    /** How the first page was answered. */
    public String observed() {
        return Description.of(first);
    }

    private static boolean hidesEntries(String defect) {
        return defect.startsWith("StoreRelativePath") || defect.endsWith("no array") || defect.endsWith("not JSON");
    }
}
