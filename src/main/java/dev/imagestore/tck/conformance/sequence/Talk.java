package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ContentOracle;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a trial sends, and which exchanges it takes to show what was found. */
final class Talk {

    /** The case that the requests name. */
    private static final String CASE = "sequences";

    private final Target target;
    private final Watch watch;
    private final ImageStore.Origin origin;
    private final List<Long> all = new ArrayList<>();
    private final List<Long> steps = new ArrayList<>();

    Talk(Target target, Watch watch) {
        this.target = target;
        this.watch = watch;
        this.origin = new ImageStore.Origin(CASE, target.named(), this::exchanged);
    }

    private void exchanged(Exchange exchange) {
        all.add(exchange.number());
        target.told().accept(exchange);
    }

    boolean claims(Operation operation) {
        return target.subject().claims(operation);
    }

    Optional<ContentOracle> view() {
        return target.subject().view(origin);
    }

    /** A step of the sequence. */
    Exchange step(Call call) {
        Exchange exchange = look(call);
        steps.add(exchange.number());
        return exchange;
    }

    /** A request that is to show the state. */
    Exchange look(Call call) {
        return target.subject().store().send(call, origin);
    }

    /** With what it takes to show it: the steps alone, where nothing was looked at between them. */
    Breach breach(String at, List<String> requirements, String expected, String observed, Optional<Expectation> proof) {
        List<Long> exchanges = watch == Watch.LAST ? steps : all;
        return new Breach(at, requirements, 0, expected, observed, proof, exchanges);
    }

    /** Gives up the sessions of those ids. */
    void giveUp(List<String> ids) {
        if (claims(Operation.DELETE_SESSION) && target.subject().store().lost().isEmpty()) {
            ImageStore.Origin silent = new ImageStore.Origin(CASE, target.named(), exchange -> {});
            ids.forEach(id -> target.subject().store().send(Call.deleteSession(id), silent));
        }
    }
}
