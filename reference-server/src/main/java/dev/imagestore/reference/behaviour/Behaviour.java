package dev.imagestore.reference.behaviour;

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
        DeclaredLengths declaredLengths,
        Requests requests,
        Contents contents,
        Answers answers,
        Documents documents,
        Delivery delivery) {

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

    /** How long a file may be declared to be. */
    public enum DeclaredLengths {
        /** As long as the server is told. */
        AS_TOLD(Long.MAX_VALUE),
        UP_TO_ONE_TEBIBYTE(1L << 40);

        private final long longest;

        DeclaredLengths(long longest) {
            this.longest = longest;
        }

        /** In bytes. */
        public long longest() {
            return longest;
        }
    }

    /** The behaviour that the public documentation of the API promises. */
    public static Behaviour documented() {
        return Profiles.DOCUMENTED;
    }

    /** What the public source of the real runtime does, but for its defects. */
    public static Behaviour serviceFabric() {
        return Profiles.SERVICE_FABRIC;
    }

    /** The documented behaviour, and RFC 9110 to the letter where that leaves room. */
    public static Behaviour strictHttp() {
        return Profiles.STRICT_HTTP;
    }

    public static List<String> profiles() {
        return Profiles.ALL.stream().map(Behaviour::profile).toList();
    }

    public static Optional<Behaviour> ofProfile(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Profiles.ALL.stream().filter(each -> each.profile.equals(wanted)).findFirst();
    }

    Behaviour named(String name) {
        return new Behaviour(
                name,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(Duplicates chosen) {
        return new Behaviour(
                profile,
                chosen,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(Overlaps chosen) {
        return new Behaviour(
                profile,
                duplicates,
                chosen,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(BodyLengths chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                chosen,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(AfterCommit chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                chosen,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(DeclaredLengths chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                chosen,
                requests,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(Requests chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                chosen,
                contents,
                answers,
                documents,
                delivery);
    }

    Behaviour with(Contents chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                chosen,
                answers,
                documents,
                delivery);
    }

    Behaviour with(Answers chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                chosen,
                documents,
                delivery);
    }

    Behaviour with(Documents chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                chosen,
                delivery);
    }

    Behaviour with(Delivery chosen) {
        return new Behaviour(
                profile,
                duplicates,
                overlaps,
                bodyLengths,
                afterCommit,
                declaredLengths,
                requests,
                contents,
                answers,
                documents,
                chosen);
    }
}
