package dev.imagestore.tck.repro;

import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The failed check as a call of the prelude's functions. */
final class CheckLine {

    private final FreshNames names;

    CheckLine(FreshNames names) {
        this.names = names;
    }

    String of(Expectation expectation) {
        if (expectation instanceof Expectation.Answered check) {
            return "check_answered %d %s"
                    .formatted(check.exchange(), check.answer().name().toLowerCase(Locale.ROOT));
        }
        if (expectation instanceof Expectation.Missing check) {
            return "check_missing %s '%s' '%s'"
                    .formatted(names.word(check.sessionId()), ranges(check.least()), ranges(check.most()));
        }
        if (expectation instanceof Expectation.Unrecorded check) {
            return "check_unrecorded %s '%s'".formatted(names.word(check.sessionId()), ranges(check.range()));
        }
        if (expectation instanceof Expectation.Described check) {
            return "check_described %s %s %d"
                    .formatted(names.word(check.sessionId()), names.word(check.path()), check.length());
        }
        if (expectation instanceof Expectation.Listed check) {
            return "check_listed %s %s %s"
                    .formatted(path(check.path()), names.word(check.sessionId()), check.there() ? "yes" : "no");
        }
        if (expectation instanceof Expectation.NoSession check) {
            return "check_no_session " + names.word(check.sessionId());
        }
        if (expectation instanceof Expectation.Stored check) {
            return "check_stored %s %d %s".formatted(path(check.path()), check.length(), check.sha256());
        }
        if (expectation instanceof Expectation.NothingStored check) {
            return "check_nothing_stored " + path(check.path());
        }
        if (expectation instanceof Expectation.RefusedOr check) {
            return "check_answered %1$d any\nsucceeded %1$d || verdict\n%2$s"
                    .formatted(check.exchange(), of(check.otherwise()));
        }
        return "check_unchanged " + ((Expectation.Unchanged) expectation).exchange();
    }

    /** A look at the state around the exchange, where the check is that nothing changes by it. */
    Optional<String> snapshot(String name, long exchange, Optional<Expectation> proof) {
        return proof.orElse(null) instanceof Expectation.Unchanged check && check.exchange() == exchange
                ? Optional.of("snapshot %s %s %s".formatted(name, names.word(check.sessionId()), path(check.path())))
                : Optional.empty();
    }

    /** The request that the check itself is about, and that need not come out as it was recorded. */
    static String exchange(Optional<Expectation> proof) {
        Expectation expectation = proof.orElse(null);
        if (expectation instanceof Expectation.Answered check) {
            return String.valueOf(check.exchange());
        }
        if (expectation instanceof Expectation.RefusedOr check) {
            return String.valueOf(check.exchange());
        }
        return expectation instanceof Expectation.Unchanged check ? String.valueOf(check.exchange()) : "none";
    }

    private static String ranges(RangeSet set) {
        return set.ranges().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private String path(String path) {
        try {
            return names.word(
                    new URI(null, null, "/" + path, null).toASCIIString().substring(1));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"%s\" is no path of a stored file".formatted(path), e);
        }
    }
}
