package dev.imagestore.tck.repro;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionsAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sessions of a case along their files: what was received, what is missing, what is wrong. */
final class SessionBars {

    private static final int SESSIONS = 4;
    private static final int INTERVALS = 200;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Pattern SESSION = Pattern.compile("[?&]session-id=([^&]*)");

    private final Optional<Expectation> proof;
    private final Map<String, State> sessions = new LinkedHashMap<>();

    SessionBars(Reproduction reproduction) {
        this.proof = Exhibits.innermost(reproduction.proof());
        reproduction.exchanges().forEach(this::see);
    }

    private static final class State {
        private long length;
        private RangeSet received = RangeSet.EMPTY;
        private Optional<RangeSet> missing = Optional.empty();
    }

    List<Evidence.Bar> bars() {
        List<Evidence.Bar> bars = new ArrayList<>();
        sessions.forEach((id, state) -> {
            boolean anything = !state.received.isEmpty() || state.missing.isPresent();
            if (anything && state.length > 0 && bars.size() < SESSIONS) {
                bars.add(new Evidence.Bar(
                        id,
                        state.length,
                        intervals(state.received, state.length),
                        state.missing.map(missing -> intervals(missing, state.length)),
                        intervals(wrong(id, state), state.length)));
            }
        });
        return bars;
    }

    private void see(Exchange exchange) {
        Matcher id = SESSION.matcher(exchange.request().target());
        if (!id.find()) {
            return;
        }
        State state = sessions.computeIfAbsent(id.group(1), key -> new State());
        exchange.request().headers().stream()
                .filter(h -> h.isNamed("Content-Range"))
                .map(Header::value)
                .findFirst()
                .ifPresent(range -> chunk(range, exchange, state));
        if (exchange.request().method().equals("GET")) {
            exchange.answer().filter(a -> a.status() == 200).ifPresent(a -> described(a, id.group(1), state));
        }
    }

    private static void chunk(String header, Exchange exchange, State state) {
        Matcher range = RANGE.matcher(header);
        if (!range.matches()) {
            return;
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        long length = Long.parseLong(range.group(3));
        state.length = state.length == 0 ? length : state.length;
        boolean accepted = exchange.answered() && exchange.status().orElse(0) / 100 == 2;
        if (accepted && first <= last && last < state.length) {
            state.received = state.received.plus(RangeSet.of(new ByteRange(first, last)));
        }
    }

    private static void described(Answer answer, String id, State state) {
        SessionsAnswer.parse(answer.text()).sessions().stream()
                .filter(s -> s.sessionId().equalsIgnoreCase(id))
                .findFirst()
                .ifPresent(s -> state.missing = Optional.of(s.missing()));
    }

    /** Listed as missing, or not, against what was expected; or stored with other bytes. */
    private RangeSet wrong(String id, State state) {
        if (proof.orElse(null) instanceof Expectation.Missing check
                && check.sessionId().equals(id)) {
            RangeSet missing = state.missing.orElse(RangeSet.EMPTY);
            return missing.minus(check.most()).plus(check.least().minus(missing));
        }
        if (proof.orElse(null) instanceof Expectation.Unrecorded check
                && check.sessionId().equals(id)) {
            return check.range().minus(state.missing.orElse(RangeSet.EMPTY));
        }
        return proof.orElse(null) instanceof Expectation.Stored check && check.length() == state.length
                ? check.wrong()
                : RangeSet.EMPTY;
    }

    private static List<Evidence.Interval> intervals(RangeSet set, long length) {
        return set.ranges().stream()
                .limit(INTERVALS)
                .filter(r -> r.first() < length)
                .map(r -> new Evidence.Interval(
                        1000.0 * r.first() / length,
                        Math.max(2, 1000.0 * (Math.min(r.last(), length - 1) - r.first() + 1) / length),
                        r.toString()))
                .toList();
    }
}
