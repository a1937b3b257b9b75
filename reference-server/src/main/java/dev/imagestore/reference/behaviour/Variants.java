package dev.imagestore.reference.behaviour;

import dev.imagestore.reference.behaviour.Answers.Detail;
import dev.imagestore.reference.behaviour.Answers.Style;
import dev.imagestore.reference.behaviour.Answers.UnknownCommit;
import dev.imagestore.reference.behaviour.Answers.UnknownDeletion;
import dev.imagestore.reference.behaviour.Answers.UnknownQuery;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import dev.imagestore.reference.behaviour.Behaviour.BodyLengths;
import dev.imagestore.reference.behaviour.Behaviour.DeclaredLengths;
import dev.imagestore.reference.behaviour.Behaviour.Duplicates;
import dev.imagestore.reference.behaviour.Behaviour.Overlaps;
import dev.imagestore.reference.behaviour.Contents.EmptyFolders;
import dev.imagestore.reference.behaviour.Contents.PartialUploads;
import dev.imagestore.reference.behaviour.Contents.Separator;
import dev.imagestore.reference.behaviour.Delivery.Attendance;
import dev.imagestore.reference.behaviour.Delivery.Closing;
import dev.imagestore.reference.behaviour.Delivery.Framing;
import dev.imagestore.reference.behaviour.Delivery.Pace;
import dev.imagestore.reference.behaviour.Documents.Dates;
import dev.imagestore.reference.behaviour.Documents.Ids;
import dev.imagestore.reference.behaviour.Documents.Layout;
import dev.imagestore.reference.behaviour.Documents.Members;
import dev.imagestore.reference.behaviour.Documents.Order;
import dev.imagestore.reference.behaviour.Documents.SessionPaths;
import dev.imagestore.reference.behaviour.Requests.Offer;
import dev.imagestore.reference.behaviour.Requests.Paths;
import dev.imagestore.reference.behaviour.Requests.RuntimeVersion;
import dev.imagestore.reference.behaviour.Requests.Versions;
import dev.imagestore.reference.behaviour.Requests.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All variants there are. */
final class Variants {

    static final List<Variant> ALL = new Variants().all();

    private final List<Variant> all = new ArrayList<>();

    private Variants() {
        sessions();
        absence();
        errors();
        requests();
        contents();
        documents();
        delivery();
    }

    private List<Variant> all() {
        return List.copyOf(all);
    }

    private void add(
            String name, String subject, String requirement, String sentence, UnaryOperator<Behaviour> change) {
        all.add(new Variant(name, subject, requirement, sentence, List.of(), change));
    }

    private void addTold(
            String name,
            String subject,
            String requirement,
            String sentence,
            String told,
            UnaryOperator<Behaviour> change) {
        all.add(new Variant(name, subject, requirement, sentence, List.of(told), change));
    }

    private void sessions() {
        add(
                "duplicates-accepted",
                "duplicates",
                "CHK-06",
                "An exact duplicate of a received chunk is accepted and its bytes are ignored.",
                b -> b.with(Duplicates.ACCEPTED));
        add(
                "duplicates-refused",
                "duplicates",
                "CHK-06",
                "An exact duplicate of a received chunk is refused.",
                b -> b.with(Duplicates.REFUSED));
        add(
                "overlaps-accepted",
                "overlaps",
                "CHK-05",
                "Of a chunk that overlaps received bytes, only the missing ones are taken.",
                b -> b.with(Overlaps.MISSING_BYTES_TAKEN));
        add(
                "overlaps-refused",
                "overlaps",
                "CHK-05",
                "A chunk that overlaps received bytes is refused.",
                b -> b.with(Overlaps.REFUSED));
        add(
                "lengths-at-chunk",
                "body lengths",
                "CHK-12",
                "A chunk whose body is not as long as its range is refused.",
                b -> b.with(BodyLengths.EACH));
        add(
                "lengths-at-commit",
                "body lengths",
                "CHK-12",
                "Only the commit finds out that bodies were not as long as the file.",
                b -> b.with(BodyLengths.TOTAL));
        add(
                "length-limited",
                "declared length",
                "CR-30",
                "A file of more than 1 TiB is refused.",
                b -> b.with(DeclaredLengths.UP_TO_ONE_TEBIBYTE));
        add(
                "session-gone",
                "committed session",
                "QRY-08",
                "A committed session is gone.",
                b -> b.with(AfterCommit.GONE));
        add(
                "session-kept",
                "committed session",
                "QRY-08",
                "A committed session is still listed, complete, and may be committed again.",
                b -> b.with(AfterCommit.KEPT));
    }

    private void absence() {
        unknownQuery("204", "204", UnknownQuery.NO_CONTENT);
        unknownQuery("400", "400", UnknownQuery.INVALID_ARGUMENT);
        unknownQuery("404", "404", UnknownQuery.NOT_FOUND);
        unknownQuery("410", "410", UnknownQuery.GONE);
        unknownQuery("empty", "200 and an empty list", UnknownQuery.EMPTY_LIST);
        unknownCommit(400, UnknownCommit.INVALID_ARGUMENT);
        unknownCommit(404, UnknownCommit.NOT_FOUND);
        unknownCommit(410, UnknownCommit.GONE);
        add(
                "unknown-deletion-200",
                "unknown deletion",
                "DEL-03",
                "The deletion of a session that is not there is answered with 200.",
                b -> b.with(b.answers().with(UnknownDeletion.DONE)));
    }

    private void unknownQuery(String suffix, String answer, UnknownQuery chosen) {
        add(
                "unknown-query-" + suffix,
                "unknown query",
                "QRY-05",
                "A query that finds no session is answered with " + answer + ".",
                b -> b.with(b.answers().with(chosen)));
    }

    private void unknownCommit(int status, UnknownCommit chosen) {
        add(
                "unknown-commit-" + status,
                "unknown commit",
                "COM-06",
                "A commit that finds no session is answered with " + status + ".",
                b -> b.with(b.answers().with(chosen)));
    }

    private void errors() {
        rangeRefused(400);
        rangeRefused(409);
        rangeRefused(416);
        add(
                "gateway-errors",
                "error codes",
                "ERR-04",
                "Errors have the codes, messages and reason phrases of the real gateway.",
                b -> b.with(b.answers().with(Style.GATEWAY)));
        add(
                "messages-empty",
                "error detail",
                "ERR-02",
                "The message of every error is empty.",
                b -> b.with(b.answers().with(Detail.CODE)));
        add(
                "errors-bare",
                "error detail",
                "ERR-07",
                "Errors have no body.",
                b -> b.with(b.answers().with(Detail.STATUS)));
    }

    private void rangeRefused(int status) {
        add(
                "range-" + status,
                "refused range",
                "ERR-05",
                "A refused range is answered with " + status + ".",
                b -> b.with(b.answers().withRangeRefusalStatus(status)));
    }

    private void requests() {
        add(
                "lower-versions",
                "versions",
                "VER-03",
                "Versions from 1.0 up are served, all alike.",
                b -> b.with(b.requests().with(Versions.LOWER_COMPONENTS)));
        addTold(
                "later-runtime",
                "runtime",
                "VER-04",
                "The runtime, and with it the highest version that is served, is 11.0.",
                "--runtime-version=11.0",
                b -> b.with(b.requests().with(RuntimeVersion.LATER)));
        add(
                "routes-in-any-case",
                "routes",
                "URI-04",
                "The words of the API in a path match in any case.",
                b -> b.with(b.requests().with(Words.ANY_CASE)));
        add(
                "dots-refused",
                "paths",
                "URI-16",
                "A content path with a segment of dots is refused, wherever it leads.",
                b -> b.with(b.requests().with(Paths.WITHOUT_DOTS)));
        addTold(
                "basic-operations",
                "operations",
                "HTTP-01",
                "There is no copy, and nothing tells sizes.",
                "--operations=upload-file,upload-chunk,commit,delete-session,get-session,get-session-by-path,"
                        + "list,list-root,delete",
                b -> b.with(b.requests().with(Offer.BASIC)));
        addTold(
                "session-operations",
                "operations",
                "HTTP-01",
                "There are the operations on sessions and no others.",
                "--operations=upload-chunk,commit,delete-session,get-session,get-session-by-path",
                b -> b.with(b.requests().with(Offer.SESSIONS)));
    }

    private void contents() {
        add(
                "partial-upload-taken",
                "partial uploads",
                "CR-35",
                "The Content-Range of the upload of a whole file is ignored.",
                b -> b.with(b.contents().with(PartialUploads.TAKEN_AS_WHOLE)));
        add(
                "created-201",
                "new files",
                "PUT-04",
                "The upload of a new file is answered with 201.",
                b -> b.with(b.contents().withCreationStatus(201)));
        add(
                "empty-folder-204",
                "empty folders",
                "GET-06",
                "An empty folder is answered with 204, an empty root with an error.",
                b -> b.with(b.contents().with(EmptyFolders.NOT_LISTED)));
        add(
                "listed-with-backslash",
                "listed paths",
                "GET-07",
                "Listed paths have backslashes between their segments.",
                b -> b.with(b.contents().with(Separator.BACKSLASH)));
    }

    private void documents() {
        document("dates-in-seconds", "dates", "QRY-10", "Dates have whole seconds.", d -> d.with(Dates.WHOLE_SECONDS));
        document(
                "dates-in-nanoseconds",
                "dates",
                "QRY-10",
                "Dates have nine digits behind the point.",
                d -> d.with(Dates.NANOSECONDS));
        document(
                "dates-with-offset",
                "dates",
                "QRY-10",
                "Dates end with +00:00 instead of Z.",
                d -> d.with(Dates.WITH_OFFSET));
        document("ids-in-upper-case", "ids", "SID-09", "Ids are told in capital letters.", d -> d.with(Ids.UPPER_CASE));
        document(
                "extra-members",
                "members",
                "QRY-02",
                "Every JSON object has a member that is not documented.",
                d -> d.with(Members.EXTENDED));
        document("indented", "layout", "QRY-02", "JSON has line breaks and blanks.", d -> d.with(Layout.INDENTED));
        document(
                "order-reversed",
                "order",
                "QRY-12",
                "Files, folders, and the sessions of a path are listed backwards.",
                d -> d.with(Order.DESCENDING));
        document(
                "sessions-with-backslash",
                "paths of sessions",
                "QRY-11",
                "The path of a session is told with backslashes between its segments.",
                d -> d.with(SessionPaths.WITH_BACKSLASHES));
    }

    private void document(
            String name, String subject, String requirement, String sentence, UnaryOperator<Documents> change) {
        add(name, subject, requirement, sentence, b -> b.with(change.apply(b.documents())));
    }

    private void delivery() {
        add(
                "chunked-answers",
                "framing",
                "HTTP-03",
                "Bodies of answers have the chunked coding.",
                b -> b.with(b.delivery().with(Framing.CHUNKED)));
        add(
                "closing-after-errors",
                "closing",
                "HTTP-06",
                "The connection is closed after every error.",
                b -> b.with(b.delivery().with(Closing.ERRORS)));
        add(
                "closing-always",
                "closing",
                "HTTP-12",
                "The connection is closed after every answer.",
                b -> b.with(b.delivery().with(Closing.ALL)));
        add(
                "now-and-then-busy",
                "attendance",
                "ERR-10",
                "One request in twenty is answered with 503 and Retry-After.",
                b -> b.with(b.delivery().with(Attendance.NOW_AND_THEN_BUSY)));
        add(
                "slow",
                "pace",
                "TMO-07",
                "Every answer waits for 100 ms.",
                b -> b.with(b.delivery().with(Pace.SLOW)));
    }
}
