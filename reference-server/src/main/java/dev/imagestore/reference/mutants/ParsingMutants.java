package dev.imagestore.reference.mutants;

import dev.imagestore.reference.request.ApiVersion;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.request.VersionRule;
import dev.imagestore.reference.session.Reason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Malformed texts that are let through, and legal ones that are refused. */
final class ParsingMutants {

    private static final String STRICT = "strict-http";
    private static final String FABRIC = "service-fabric";
    private static final String SIGNS = "https://github.com/microsoft/service-fabric-client-dotnet/issues/56";
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final Pattern LOOSE_ID =
            Pattern.compile("[{(]?([0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12})[)}]?");

    private ParsingMutants() {}

    static List<Mutant> all() {
        return List.of(
                read(
                                "reversed-range-swapped",
                                "CR-06",
                                1,
                                "A first position after the last is taken for the last.",
                                "bytes (\\d+)-(\\d+)/",
                                m -> {
                                    BigInteger first = new BigInteger(m.group(1));
                                    BigInteger last = new BigInteger(m.group(2));
                                    return "bytes " + first.min(last) + "-" + first.max(last) + "/";
                                })
                        .seenAt(SIGNS),
                read(
                                "file-grows-to-range",
                                "CR-08",
                                2,
                                "A range behind the end makes the file as long as it takes.",
                                "-(\\d+)/(\\d+)",
                                m -> new BigInteger(m.group(1)).compareTo(new BigInteger(m.group(2))) > 0
                                        ? "-" + m.group(1) + "/" + new BigInteger(m.group(1)).add(BigInteger.ONE)
                                        : m.group())
                        .seenAt(SIGNS),
                read(
                        "unknown-length-guessed",
                        "CR-12",
                        1,
                        "A length of * is taken for the end of the range.",
                        "-(\\d+)/\\*",
                        m -> "-" + m.group(1) + "/" + new BigInteger(m.group(1)).add(BigInteger.ONE)),
                read(
                        "numbers-wrap",
                        "CR-31",
                        3,
                        "Numbers of 2^64 and more are taken modulo 2^64.",
                        "\\d{19,}",
                        m -> new BigInteger(m.group()).mod(WORD).toString()),
                refused(
                                "single-byte-refused",
                                "CR-02",
                                1,
                                "A range of one byte is taken for an empty one.",
                                "^bytes (\\d+)-\\1/")
                        .seenAt(SIGNS),
                Mutant.of(
                        "whole-file-refused",
                        "CR-03",
                        Family.PARSING,
                        1,
                        "A chunk that is the whole file is refused.",
                        AlteredRanges.refusing(
                                chunk -> chunk.range().length() == chunk.fileLength() && chunk.fileLength() > 1)),
                Mutant.of(
                        "file-of-2-gib-refused",
                        "CR-29",
                        Family.PARSING,
                        2,
                        "Lengths are held in 32 bits with a sign.",
                        AlteredRanges.refusing(chunk -> chunk.fileLength() > Integer.MAX_VALUE)),
                Mutant.of(
                        "file-of-4-gib-refused",
                        "CR-29",
                        Family.PARSING,
                        2,
                        "Lengths are held in 32 bits.",
                        AlteredRanges.refusing(chunk -> chunk.fileLength() > 0xffff_ffffL)),
                read(
                        "position-held-in-32-bits",
                        "CR-29",
                        2,
                        "Positions are taken modulo 2^32.",
                        "bytes (\\d+)-(\\d+)/",
                        m -> {
                            BigInteger first = new BigInteger(m.group(1));
                            BigInteger moved = first.mod(BigInteger.ONE.shiftLeft(Integer.SIZE))
                                    .subtract(first);
                            return "bytes " + first.add(moved) + "-" + new BigInteger(m.group(2)).add(moved) + "/";
                        }),
                strict(
                        "unsatisfied-as-first-byte",
                        "CR-13",
                        "bytes */N is taken for the first byte.",
                        "\\*/(\\d+)",
                        m -> "0-0/" + m.group(1)),
                strict(
                        "single-position-taken",
                        "CR-15",
                        "A single position is taken for a range of one byte.",
                        "^bytes (\\d+)/",
                        m -> "bytes " + m.group(1) + "-" + m.group(1) + "/"),
                strict(
                        "third-position-dropped",
                        "CR-16",
                        "Of three positions the last is dropped.",
                        "(\\d+-\\d+)-\\d+/",
                        m -> m.group(1) + "/"),
                strict(
                        "missing-length-guessed",
                        "CR-17",
                        "A length that is not there is taken for the end of the range.",
                        "^(bytes \\d+-)(\\d+)/?$",
                        m -> m.group(1) + m.group(2) + "/" + new BigInteger(m.group(2)).add(BigInteger.ONE)),
                strict(
                        "second-length-dropped",
                        "CR-18",
                        "Of two lengths the second is dropped.",
                        "(/\\d+)/\\d+$",
                        m -> m.group(1)),
                strict("empty-parts-dropped", "CR-19", "Empty parts between slashes are dropped.", "/{2,}", m -> "/"),
                strict("any-unit-taken", "CR-20", "The unit is not looked at.", "^[A-Za-z]+ ", m -> "bytes "),
                strict(
                        "unit-not-needed",
                        "CR-22",
                        "A range without a unit is read all the same.",
                        "^(\\d+-)",
                        m -> "bytes " + m.group(1)),
                strict(
                        "syntax-of-range-taken",
                        "CR-23",
                        "The syntax of the field Range is taken too.",
                        "^bytes=",
                        m -> "bytes "),
                strict(
                        "blanks-after-unit-taken",
                        "CR-24",
                        "Any number of blanks may follow the unit.",
                        "^bytes[ \\t]*(?=\\d)",
                        m -> "bytes "),
                strict(
                        "blanks-inside-trimmed",
                        "CR-25",
                        "Blanks around the numbers are trimmed.",
                        "(?<=[\\d/-])[ \\t]+|[ \\t]+(?=[/-])",
                        m -> ""),
                strict("plus-sign-taken", "CR-27", "A plus sign before a number is taken.", "\\+(?=\\d)", m -> ""),
                strict("fraction-cut-off", "CR-28", "Fractions are cut off.", "(\\d+)\\.\\d+", m -> m.group(1)),
                Mutant.of(
                                "first-of-two-lines",
                                "CR-33",
                                Family.PARSING,
                                2,
                                "Of two Content-Range lines the first counts.",
                                AlteredRanges.lines(lines -> lines.size() > 1 ? lines.subList(0, 1) : lines))
                        .in(STRICT),
                refused(
                                "unit-in-capitals-refused",
                                "CR-21",
                                2,
                                "The unit is compared letter by letter.",
                                "^(?!bytes)(?i:bytes)")
                        .in(STRICT),
                fabricRefused(
                        "fabric-blanks-refused",
                        "CR-25",
                        "Blanks inside the range are refused.",
                        "\\d[ \\t]+[-/\\d]|[-/][ \\t]+\\d"),
                fabricRefused("fabric-hexadecimal-refused", "CR-27", "Hexadecimal numbers are refused.", "0[xX]"),
                fabricRefused("fabric-unit-needed", "CR-22", "A range without a unit is refused.", "^\\d"),
                fabricRefused("fabric-unsatisfied-refused", "CR-13", "bytes */N is refused.", "^bytes \\*/\\d"),
                fabricRefused(
                        "fabric-single-position-refused", "CR-15", "A single position is refused.", "^bytes \\d+/"),
                fabricRefused("fabric-empty-part-refused", "CR-19", "Empty parts between slashes are refused.", "//"),
                version(
                        "version-not-needed",
                        "VER-01",
                        1,
                        "A request without api-version is taken for 6.0.",
                        (real, value) -> real.require(value == null ? "6.0" : value)),
                version("first-version-refused", "VER-02", 1, "Versions have to be above 6.0.", (real, value) -> {
                    if ("6.0".equals(value)) {
                        throw AlteredRules.refused(Reason.ARGUMENT, "api-version 6.0 is too low");
                    }
                    return real.require(value);
                }),
                version(
                        "version-of-runtime-refused",
                        "VER-04",
                        2,
                        "The version of the runtime itself is refused.",
                        (real, value) -> {
                            Dialect dialect = real.require(value);
                            real.require(next(value));
                            return dialect;
                        }),
                version(
                        "minor-version-not-compared",
                        "VER-05",
                        2,
                        "Of versions only the major number is compared.",
                        (real, value) -> real.require(
                                value != null && value.matches("\\d+\\.\\d+")
                                        ? value.replaceFirst("\\..*", ".0")
                                        : value)),
                version(
                        "any-version-above",
                        "VER-05",
                        1,
                        "Versions above that of the runtime are taken for it.",
                        (real, value) -> real.require(
                                value != null && value.matches("[7-9]\\.\\d+|\\d\\d+\\.\\d+") ? "6.0" : value)),
                version(
                                "strict-version-below-one",
                                "VER-06",
                                2,
                                "Versions below 1.0 are taken.",
                                (real, value) ->
                                        real.require(value != null && value.matches("0(\\.\\d+)?") ? "6.0" : value))
                        .in(STRICT),
                version("fabric-preview-refused", "VER-09", 2, "A suffix -preview is refused.", (real, value) -> {
                            if (value != null && value.endsWith("-preview")) {
                                throw AlteredRules.refused(Reason.ARGUMENT, "api-version " + value);
                            }
                            return real.require(value);
                        })
                        .in(FABRIC),
                version(
                                "fabric-dates-never-ticks",
                                "VER-08",
                                3,
                                "Dates are ISO 8601 in every version.",
                                (real, value) -> {
                                    Dialect dialect = real.require(value);
                                    return new Dialect(false, dialect.paged(), dialect.untypedAbsence());
                                })
                        .in(FABRIC),
                timeout(
                        "timeout-held-in-31-bits",
                        "TMO-02",
                        2,
                        "A timeout above 2^31-1 is refused.",
                        seconds -> seconds > Integer.MAX_VALUE),
                timeout(
                        "timeout-of-one-refused",
                        "TMO-02",
                        2,
                        "A timeout of one second is refused.",
                        seconds -> seconds == 1),
                Mutant.of(
                                "strict-timeout-unchecked",
                                "TMO-04",
                                Family.PARSING,
                                2,
                                "A timeout that is too large is cut down to the largest.",
                                AlteredRules.timeouts(real -> value -> real.seconds(
                                        value != null
                                                        && value.matches("\\d{10,}")
                                                        && new BigInteger(value).bitLength() > Integer.SIZE
                                                ? "4294967295"
                                                : value)))
                        .in(STRICT),
                Mutant.of(
                                "strict-timeout-text-ignored",
                                "TMO-05",
                                Family.PARSING,
                                2,
                                "A timeout that is no number is ignored.",
                                AlteredRules.timeouts(real ->
                                        value -> real.seconds(value != null && !value.matches("\\d+") ? null : value)))
                        .in(STRICT),
                Mutant.of(
                                "fabric-leading-zero-in-timeout",
                                "TMO-06",
                                Family.PARSING,
                                3,
                                "A timeout with a leading zero is refused.",
                                AlteredRules.timeouts(real -> value -> {
                                    if (value != null && value.matches("0\\d+")) {
                                        throw AlteredRules.refused(Reason.ARGUMENT, "timeout " + value);
                                    }
                                    return real.seconds(value);
                                }))
                        .in(FABRIC),
                id(
                        "session-id-made-up",
                        "SID-02",
                        1,
                        "A chunk without a session id gets an id of its own.",
                        id -> id == null ? "8c6d1c7e-1111-4222-8333-0123456789ab" : id),
                id(
                        "session-id-padded",
                        "SID-04",
                        2,
                        "Session ids that are too short are filled up with zeros.",
                        id -> id != null && id.matches("[0-9a-fA-F-]{30,35}") ? (id + "000000").substring(0, 36) : id),
                id(
                        "session-id-cut",
                        "SID-04",
                        2,
                        "What stands behind the 36 characters of a session id is cut off.",
                        id -> id != null && id.length() > 36 ? id.substring(0, 36) : id),
                id("strict-braces-taken", "SID-06", 2, "A session id may stand in braces or parentheses.", id -> {
                            if (id == null || !LOOSE_ID.matcher(id).matches()) {
                                return id;
                            }
                            return id.replaceAll("[{}()]", "");
                        })
                        .in(STRICT),
                id(
                                "strict-capitals-refused",
                                "SID-05",
                                2,
                                "Capital letters in a session id are refused.",
                                id -> id != null && !id.equals(id.toLowerCase(Locale.ROOT)) ? "" : id)
                        .in(STRICT),
                id(
                                "fabric-versions-of-ids-checked",
                                "SID-08",
                                3,
                                "Session ids have to be random UUIDs, of version 4.",
                                id -> id != null && id.length() == 36 && id.charAt(14) != '4' ? "" : id)
                        .in(FABRIC));
    }

    private static String next(@Nullable String version) {
        ApiVersion parsed = ApiVersion.parse(String.valueOf(version));
        return new ApiVersion(parsed.major(), parsed.minor() + 1).toString();
    }

    private static Mutant read(
            String name,
            String requirement,
            int subtlety,
            String sentence,
            String form,
            Function<MatchResult, String> as) {
        return Mutant.of(name, requirement, Family.PARSING, subtlety, sentence, AlteredRanges.reading(form, as));
    }

    private static Mutant strict(
            String name, String requirement, String sentence, String form, Function<MatchResult, String> as) {
        return read("strict-" + name, requirement, 2, sentence, form, as).in(STRICT);
    }

    private static Mutant refused(String name, String requirement, int subtlety, String sentence, String form) {
        return Mutant.of(name, requirement, Family.PARSING, subtlety, sentence, AlteredRanges.refusingText(form));
    }

    private static Mutant fabricRefused(String name, String requirement, String sentence, String form) {
        return refused(name, requirement, 2, sentence, form).in(FABRIC);
    }

    private interface Reading {
        Dialect require(VersionRule real, @Nullable String value);
    }

    private static Mutant version(String name, String requirement, int subtlety, String sentence, Reading reading) {
        return Mutant.of(
                name,
                requirement,
                Family.PARSING,
                subtlety,
                sentence,
                AlteredRules.versions(real -> value -> reading.require(real, value)));
    }

    private static Mutant timeout(
            String name, String requirement, int subtlety, String sentence, LongPredicate unloved) {
        return Mutant.of(name, requirement, Family.PARSING, subtlety, sentence, AlteredRules.timeouts(real -> value -> {
            long seconds = real.seconds(value);
            if (unloved.test(seconds)) {
                throw AlteredRules.refused(Reason.ARGUMENT, "timeout " + value);
            }
            return seconds;
        }));
    }

    private interface Spelling {
        @Nullable
        String of(@Nullable String id);
    }

    private static Mutant id(String name, String requirement, int subtlety, String sentence, Spelling spelling) {
        return Mutant.of(name, requirement, Family.PARSING, subtlety, sentence, AlteredRules.queries(real -> query -> {
            Map<String, String> values = new HashMap<>(real.parse(query));
            String id = spelling.of(values.get("session-id"));
            if (id != null) {
                values.put("session-id", id);
            }
            return values;
        }));
    }
}
