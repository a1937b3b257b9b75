package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.model.History;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.protocol.SessionsAnswer;
import dev.imagestore.tck.subject.Description;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import dev.imagestore.tck.verdict.Difference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares answers with those that were recorded, and session queries with all that would be right. */
public final class Answers {

    private final Differences differences;
    private final Otherwise otherwise = new Otherwise();
    private long compared;
    private long raced;

    public Answers(Differences differences) {
        this.differences = differences;
    }

    /**
     * A pair of exchanges.
     *
     * @param number of the exchange in the history, where it has begun and not ended
     * @param raced whether its fate hung on the order of overlapping requests when it was recorded
     */
    public record Pair(
            Exchange recorded,
            Exchange observed,
            ApiRequest api,
            Action action,
            int loop,
            Rewriting rewriting,
            History history,
            long number,
            boolean raced) {

        Difference differs(Difference.Kind kind, String requirement, String expected, String seen) {
            return new Difference(
                    kind,
                    requirement,
                    recorded.number(),
                    loop + 1,
                    recorded.request().method() + " " + recorded.request().target(),
                    expected,
                    seen);
        }
    }

    /** Compares, unless there was no whole answer when it was recorded: then nothing is expected. */
    public void compare(Pair pair) {
        boolean ours = pair.observed().ending() == Ending.CUT || pair.observed().ending() == Ending.ABANDONED;
        if (!pair.recorded().answered() || (ours && !pair.recorded().request().whole())) {
            return;
        }
        compared++;
        if (!pair.observed().answered()) {
            differences.add(pair.differs(
                    Difference.Kind.ANSWER,
                    Blame.success(pair.api()),
                    Description.of(pair.recorded()),
                    Description.of(pair.observed())));
        } else if (refusedAlike(pair)) {
            plain(pair); // for what is wrong with the request itself
        } else if (pair.action() instanceof Action.QuerySession query) {
            querySession(pair, query);
        } else if (pair.action() instanceof Action.QueryPath) {
            queryPath(pair);
        } else {
            plain(pair);
        }
    }

    private static boolean refusedAlike(Pair pair) {
        int status = pair.recorded().status().orElse(0);
        return status >= 400 && status == pair.observed().status().orElse(0);
    }

    private void querySession(Pair pair, Action.QuerySession query) {
        List<SessionDescription> recorded = sessions(pair.recorded());
        List<SessionDescription> observed = described(pair);
        AllowedSession allowed = pair.history().answers(pair.number());
        Optional<String> complaint = observed.size() > 1
                ? Optional.of("%d sessions are described".formatted(observed.size()))
                : observed.stream().anyMatch(s -> !s.sessionId().equals(query.session()))
                        ? Optional.of("another session is described: "
                                + observed.get(0).sessionId())
                        : allowed.complaint(observed.stream().findFirst());
        complaint.ifPresent(text -> differences.add(pair.differs(
                Difference.Kind.SESSION,
                observed.isEmpty()
                        ? "QRY-01"
                        : Blame.session(observed.get(0), allowed, pair.history().cutIn(query.session())),
                allowed.toString(),
                "%s (%s)".formatted(text, Description.of(pair.observed())))));
        if (complaint.isEmpty() && recorded.isEmpty() == observed.isEmpty()) {
            status(pair);
        }
    }

    private void queryPath(Pair pair) {
        List<SessionDescription> observed = described(pair);
        Optional<String> complaint = pair.history().complaint(pair.number(), observed);
        complaint.ifPresent(text ->
                differences.add(pair.differs(Difference.Kind.SESSION, "QRY-06", "the sessions that were open", text)));
        if (complaint.isEmpty() && sessions(pair.recorded()).isEmpty() == observed.isEmpty()) {
            status(pair);
        }
    }

    private static List<SessionDescription> described(Pair pair) {
        return sessions(pair.observed()).stream().map(pair.rewriting()::back).toList();
    }

    private static List<SessionDescription> sessions(Exchange exchange) {
        return exchange.status().orElse(0) == 200
                ? SessionsAnswer.parse(exchange.answer().orElseThrow().text()).sessions()
                : List.of();
    }

    private void plain(Pair pair) {
        if (!status(pair)) {
            return;
        }
        Answer recorded = pair.recorded().answer().orElseThrow();
        Answer observed = pair.observed().answer().orElseThrow();
        if (recorded.truncated()) {
            return; // what is not known cannot differ
        }
        if (!Blame.success(recorded.status())) {
            code(pair, recorded, observed);
        } else if (pair.api().method().equals("GET") && !pair.api().content().isEmpty()) {
            Optional<Meaning.Unlike> difference =
                    Meaning.difference(recorded.text(), observed.text(), pair.rewriting());
            difference.ifPresent(unlike -> differences.add(pair.differs(
                    Difference.Kind.BODY, Blame.success(pair.api()), unlike.expectation(), unlike.observation())));
        }
    }

    /** Whether the status is the same. */
    private boolean status(Pair pair) {
        int recorded = pair.recorded().status().orElse(0);
        int observed = pair.observed().status().orElse(0);
        if (recorded == observed) {
            otherwise.same(pair, Blame.success(observed));
            return true;
        }
        boolean race = pair.raced()
                || otherwise.follows(pair)
                || pair.history().raced(pair.number())
                // The recorded server had not yet noticed that the earlier one was cut.
                || (recorded >= 400 && Blame.success(observed) && pair.history().followsCut(pair.number()));
        if (recorded < 500 && observed < 500 && race) {
            raced++;
            otherwise.went(pair);
        } else {
            differences.add(pair.differs(
                    Difference.Kind.STATUS,
                    recorded >= 400 && Blame.success(observed) && pair.history().lacksOnlyCut(pair.number())
                            ? "CHK-13"
                            : Blame.status(pair.api(), pair.action(), pair.recorded(), observed),
                    Description.of(pair.recorded()),
                    Description.of(pair.observed())));
        }
        return false;
    }

    private void code(Pair pair, Answer recorded, Answer observed) {
        Optional<String> expected = FabricError.parse(recorded.text()).flatMap(FabricError::code);
        Optional<String> seen = FabricError.parse(observed.text()).flatMap(FabricError::code);
        if (!expected.equals(seen)) {
            differences.add(pair.differs(
                    Difference.Kind.CODE,
                    Blame.refusal(pair.api(), pair.action(), pair.recorded()),
                    expected.orElse("no error code"),
                    seen.orElse("no error code")));
        }
    }

    /** The paths of a loop under which the order of overlapping requests decided what is stored, and it was another. */
    public Set<String> undecided(int loop) {
        return Set.copyOf(otherwise.undecided(loop));
    }

    /** How many answers were compared. */
    public long compared() {
        return compared;
    }

    /** How many differed as they may. */
    public long raced() {
        return raced;
    }
}
