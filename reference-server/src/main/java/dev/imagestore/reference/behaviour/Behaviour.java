package dev.imagestore.reference.behaviour;

import dev.imagestore.reference.behaviour.Answers.Style;
import dev.imagestore.reference.behaviour.Answers.UnknownCommit;
import dev.imagestore.reference.behaviour.Answers.UnknownQuery;
import dev.imagestore.reference.behaviour.Contents.EmptyFolders;
import dev.imagestore.reference.behaviour.Contents.MarkFiles;
import dev.imagestore.reference.behaviour.Contents.Pages;
import dev.imagestore.reference.behaviour.Contents.PartialUploads;
import dev.imagestore.reference.behaviour.Contents.ReservedFolders;
import dev.imagestore.reference.behaviour.Contents.Separator;
import dev.imagestore.reference.behaviour.Contents.SkippedNames;
import dev.imagestore.reference.behaviour.Requests.Paths;
import dev.imagestore.reference.behaviour.Requests.Queries;
import dev.imagestore.reference.behaviour.Requests.Ranges;
import dev.imagestore.reference.behaviour.Requests.Routes;
import dev.imagestore.reference.behaviour.Requests.Timeouts;
import dev.imagestore.reference.behaviour.Requests.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The switches in which lawful servers differ. A profile is a value of this record; a {@link Variant} derives another
 * value from it.
 *
 * @param profile the name of the profile that the value started from
 */
public record Behaviour(
        String profile,
        Duplicates duplicates,
        Overlaps overlaps,
        BodyLengths bodyLengths,
        AfterCommit afterCommit,
        Requests requests,
        Contents contents,
        Answers answers) {

    /** What becomes of a chunk that repeats a received chunk exactly. */
    public enum Duplicates {
        ACCEPTED,
        REFUSED
    }

    /** What becomes of a chunk of which some bytes were received before. */
    public enum Overlaps {
        /** Only the bytes that are still missing are taken. */
        MISSING_BYTES_TAKEN,
        REFUSED
    }

    /** Where the lengths of bodies have to be right. */
    public enum BodyLengths {
        /** Each chunk is as long as its range. */
        EACH,
        /** All chunks together are as long as the file, which is found out by the commit. */
        TOTAL
    }

    /** What becomes of a session once its file is published. */
    public enum AfterCommit {
        GONE,
        /** Still listed, complete; a second commit succeeds and does nothing. */
        KEPT
    }

    private static final Behaviour DOCUMENTED = new Behaviour(
            "documented",
            Duplicates.ACCEPTED,
            Overlaps.REFUSED,
            BodyLengths.EACH,
            AfterCommit.GONE,
            new Requests(
                    Queries.DECODED,
                    Versions.COMPONENTS,
                    Timeouts.CHECKED,
                    Paths.NORMALISED,
                    Ranges.STRICT,
                    Routes.HTTP),
            new Contents(
                    200,
                    PartialUploads.REFUSED,
                    EmptyFolders.LISTED,
                    MarkFiles.IF_ASKED,
                    SkippedNames.EXACT,
                    ReservedFolders.NONE,
                    Pages.NONE,
                    Separator.SLASH),
            new Answers(400, UnknownQuery.NOT_FOUND, UnknownCommit.INVALID_ARGUMENT, Style.EXPLAINED));

    private static final Behaviour STRICT_HTTP = DOCUMENTED
            .named("strict-http")
            .with(DOCUMENTED.contents.withCreationStatus(201))
            .with(DOCUMENTED.answers.with(UnknownCommit.NOT_FOUND));

    private static final Behaviour SERVICE_FABRIC = new Behaviour(
            "service-fabric",
            Duplicates.REFUSED,
            Overlaps.REFUSED,
            BodyLengths.TOTAL,
            AfterCommit.KEPT,
            new Requests(Queries.RAW, Versions.DECIMAL, Timeouts.LAX, Paths.RAW, Ranges.LAX, Routes.INVALID_ARGUMENT),
            new Contents(
                    200,
                    PartialUploads.TAKEN_AS_WHOLE,
                    EmptyFolders.NOT_LISTED,
                    MarkFiles.REQUIRED,
                    SkippedNames.ANY_CASE,
                    ReservedFolders.KEPT,
                    Pages.BY_VERSION,
                    Separator.BACKSLASH),
            new Answers(400, UnknownQuery.NO_CONTENT, UnknownCommit.INVALID_ARGUMENT, Style.GATEWAY));

    private static final List<Behaviour> ALL = List.of(DOCUMENTED, SERVICE_FABRIC, STRICT_HTTP);

    /** The behaviour that the public documentation of the API promises. */
    public static Behaviour documented() {
        return DOCUMENTED;
    }

    /** What the public source of the real runtime does, but for its defects. */
    public static Behaviour serviceFabric() {
        return SERVICE_FABRIC;
    }

    /** The documented behaviour, and RFC 9110 to the letter where that leaves room. */
    public static Behaviour strictHttp() {
        return STRICT_HTTP;
    }

    public static List<String> profiles() {
        return ALL.stream().map(Behaviour::profile).toList();
    }

    public static Optional<Behaviour> ofProfile(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(each -> each.profile.equals(wanted)).findFirst();
    }

    private Behaviour named(String name) {
        return new Behaviour(name, duplicates, overlaps, bodyLengths, afterCommit, requests, contents, answers);
    }

    Behaviour with(Duplicates chosen) {
        return new Behaviour(profile, chosen, overlaps, bodyLengths, afterCommit, requests, contents, answers);
    }

    Behaviour with(Overlaps chosen) {
        return new Behaviour(profile, duplicates, chosen, bodyLengths, afterCommit, requests, contents, answers);
    }

    Behaviour with(AfterCommit chosen) {
        return new Behaviour(profile, duplicates, overlaps, bodyLengths, chosen, requests, contents, answers);
    }

    Behaviour with(Contents chosen) {
        return new Behaviour(profile, duplicates, overlaps, bodyLengths, afterCommit, requests, chosen, answers);
    }

    Behaviour with(Answers chosen) {
        return new Behaviour(profile, duplicates, overlaps, bodyLengths, afterCommit, requests, contents, chosen);
    }
}
