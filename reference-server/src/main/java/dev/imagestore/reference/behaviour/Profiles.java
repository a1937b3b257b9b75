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
import dev.imagestore.reference.behaviour.Contents.MarkFiles;
import dev.imagestore.reference.behaviour.Contents.Pages;
import dev.imagestore.reference.behaviour.Contents.PartialUploads;
import dev.imagestore.reference.behaviour.Contents.ReservedFolders;
import dev.imagestore.reference.behaviour.Contents.Separator;
import dev.imagestore.reference.behaviour.Contents.SkippedNames;
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
import dev.imagestore.reference.behaviour.Requests.Queries;
import dev.imagestore.reference.behaviour.Requests.Ranges;
import dev.imagestore.reference.behaviour.Requests.Routes;
import dev.imagestore.reference.behaviour.Requests.RuntimeVersion;
import dev.imagestore.reference.behaviour.Requests.Timeouts;
import dev.imagestore.reference.behaviour.Requests.Versions;
import dev.imagestore.reference.behaviour.Requests.Words;
import java.util.List;

/** The values of {@link Behaviour} that have names. */
final class Profiles {

    private static final Documents PLAIN = new Documents(
            Dates.MILLISECONDS,
            Ids.LOWER_CASE,
            Members.DOCUMENTED,
            Layout.COMPACT,
            Order.ASCENDING,
            SessionPaths.AS_SPELT);

    private static final Delivery PROMPT =
            new Delivery(Framing.CONTENT_LENGTH, Closing.NONE, Pace.AT_ONCE, Attendance.ALWAYS);

    static final Behaviour DOCUMENTED = new Behaviour(
            "documented",
            Duplicates.ACCEPTED,
            Overlaps.REFUSED,
            BodyLengths.EACH,
            AfterCommit.GONE,
            DeclaredLengths.AS_TOLD,
            new Requests(
                    Queries.DECODED,
                    Versions.COMPONENTS,
                    RuntimeVersion.AS_TOLD,
                    Timeouts.CHECKED,
                    Paths.NORMALISED,
                    Ranges.STRICT,
                    Routes.HTTP,
                    Words.EXACT,
                    Offer.ALL),
            new Contents(
                    200,
                    PartialUploads.REFUSED,
                    EmptyFolders.LISTED,
                    MarkFiles.IF_ASKED,
                    SkippedNames.EXACT,
                    ReservedFolders.NONE,
                    Pages.NONE,
                    Separator.SLASH),
            new Answers(
                    400,
                    UnknownQuery.NOT_FOUND,
                    UnknownCommit.INVALID_ARGUMENT,
                    UnknownDeletion.NOT_FOUND,
                    Style.EXPLAINED,
                    Detail.CODE_AND_MESSAGE),
            PLAIN,
            PROMPT);

    static final Behaviour STRICT_HTTP = DOCUMENTED
            .named("strict-http")
            .with(DOCUMENTED.contents().withCreationStatus(201))
            .with(DOCUMENTED.answers().with(UnknownCommit.NOT_FOUND));

    static final Behaviour SERVICE_FABRIC = new Behaviour(
            "service-fabric",
            Duplicates.REFUSED,
            Overlaps.REFUSED,
            BodyLengths.TOTAL,
            AfterCommit.KEPT,
            DeclaredLengths.AS_TOLD,
            new Requests(
                    Queries.RAW,
                    Versions.DECIMAL,
                    RuntimeVersion.AS_TOLD,
                    Timeouts.LAX,
                    Paths.RAW,
                    Ranges.LAX,
                    Routes.INVALID_ARGUMENT,
                    Words.EXACT,
                    Offer.ALL),
            new Contents(
                    200,
                    PartialUploads.TAKEN_AS_WHOLE,
                    EmptyFolders.NOT_LISTED,
                    MarkFiles.REQUIRED,
                    SkippedNames.ANY_CASE,
                    ReservedFolders.KEPT,
                    Pages.BY_VERSION,
                    Separator.BACKSLASH),
            new Answers(
                    400,
                    UnknownQuery.NO_CONTENT,
                    UnknownCommit.INVALID_ARGUMENT,
                    UnknownDeletion.NOT_FOUND,
                    Style.GATEWAY,
                    Detail.CODE_AND_MESSAGE),
            PLAIN,
            PROMPT);

    static final List<Behaviour> ALL = List.of(DOCUMENTED, SERVICE_FABRIC, STRICT_HTTP);

    private Profiles() {}
}
