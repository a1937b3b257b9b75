package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.model.Fate;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.Description;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One sequence, tried once, with names of its own. */
final class Trial {

    /** Answers of a target that could do more but for its means. */
    private static final Set<Integer> NO_ROOM = Set.of(413, 429, 501, 503, 504, 507);

    private static final String ANSWER = "the answer";

    private final Target target;
    private final Sequence sequence;
    private final Names names;
    private final Watch watch;
    private final BooleanSupplier overdue;
    private final Talk talk;
    private final Known known = new Known();
    private final Past past = new Past();
    private final Sights sights;
    private final Map<Integer, Step.Chunk> committed = new HashMap<>();

    /**
     * @param folder that nothing else uses
     * @param overdue whether there is no time left, so that nothing comes of the trial
     */
    Trial(Target target, Sequence sequence, String folder, Watch watch, BooleanSupplier overdue) {
        this.target = target;
        this.sequence = sequence;
        this.names = Names.fresh(sequence, folder);
        this.watch = watch;
        this.overdue = overdue;
        this.talk = new Talk(target, watch);
        this.sights = new Sights(talk, names, known, new Blame(names, past));
    }

    /** The first breach, if there is one; none as well when the target could not go on. */
    Optional<Breach> run() {
        List<Step> steps = sequence.steps();
        try {
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                if (overdue.getAsBoolean()) {
                    return Optional.empty();
                }
                if (!isClear(step)) {
                    continue;
                }
                Optional<Demand> demand = Demand.of(step, names, known, past);
                Exchange exchange = talk.step(names.call(step));
                if (exchange.answered() && NO_ROOM.contains(exchange.status().orElse(0))) {
                    return Optional.empty();
                }
                Optional<Breach> breach = answered(step, demand, exchange);
                if (breach.isEmpty()) {
                    happened(step, succeeded(exchange));
                    breach = watch.after(step, i == steps.size() - 1, sequence, sights);
                }
                if (breach.isPresent()) {
                    int taken = i + 1;
                    return breach.map(found -> found.within(taken)).flatMap(found -> found.against(target.must()));
                }
            }
            return Optional.empty();
        } finally {
            talk.giveUp(names.sessions().stream()
                    .filter(id -> known.session(id).mayExist())
                    .toList());
        }
    }

    /** Whether it is right to do that now, and plain what has to become of it. */
    private boolean isClear(Step step) {
        if (step instanceof Step.Chunk chunk) {
            // A server that keeps committed sessions may take it for a duplicate.
            Step.Chunk last = committed.get(chunk.session());
            return last == null || last.file() != chunk.file();
        }
        if (step instanceof Step.Remove remove) {
            // It may end the sessions of the path.
            return !Demand.anyOpen(remove.path(), names, known);
        }
        return !(step instanceof Step.Copy copy) || !Demand.anyOpen(copy.to(), names, known);
    }

    private Optional<Breach> answered(Step step, Optional<Demand> demand, Exchange exchange) {
        if (!exchange.answered()) {
            return Optional.of(talk.breach(
                    ANSWER,
                    List.of(speaksOf(step)),
                    "an answer",
                    Description.of(exchange),
                    Optional.of(new Expectation.Answered(exchange.number(), Expectation.Answer.ANY))));
        }
        return demand.filter(d -> d.accepted() != succeeded(exchange))
                .map(d -> talk.breach(
                        ANSWER,
                        d.requirements(),
                        d.accepted() ? "success, 2xx" : "a refusal",
                        Description.of(exchange),
                        Optional.of(new Expectation.Answered(
                                exchange.number(),
                                d.accepted() ? Expectation.Answer.ACCEPTED : Expectation.Answer.REFUSED))));
    }

    private static String speaksOf(Step step) {
        return switch (step.operation()) {
            case UPLOAD_CHUNK -> "CHK-01";
            case COMMIT -> "COM-02";
            case DELETE_SESSION -> "DEL-01";
            case GET_SESSION -> "QRY-01";
            case GET_SESSION_BY_PATH -> "QRY-06";
            case UPLOAD_FILE -> "PUT-01";
            case COPY -> "CPY-01";
            default -> "GET-08";
        };
    }

    private void happened(Step step, boolean accepted) {
        if (step instanceof Step.Commit commit && accepted) {
            committed(commit.session());
        }
        if (step instanceof Step.Drop drop && accepted) {
            committed.remove(drop.session());
        }
        past.add(step, accepted);
        known.happened(names.action(step), accepted ? Fate.ACCEPTED : Fate.REFUSED);
    }

    /** Committed once more, a session may publish its file anew, or may not. */
    private void committed(int session) {
        if (known.session(names.session(session)).exists()) {
            past.chunkOf(session).ifPresent(chunk -> committed.put(session, chunk));
        } else {
            Optional.ofNullable(committed.get(session))
                    .ifPresent(chunk -> known.happened(names.put(chunk.path(), chunk.file()), Fate.UNKNOWN));
        }
    }

    private static boolean succeeded(Exchange exchange) {
        return exchange.status().orElse(0) / 100 == 2;
    }
}
