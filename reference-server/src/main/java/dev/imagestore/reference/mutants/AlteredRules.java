package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.request.QueryParser;
import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.request.TimeoutRule;
import dev.imagestore.reference.request.VersionRule;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.util.function.UnaryOperator;

/** Readers of parameters and paths that read one thing wrong. */
final class AlteredRules {

    private AlteredRules() {}

    static UnaryOperator<Collaborators> queries(UnaryOperator<QueryParser> change) {
        return rules(rules ->
                new RequestRules(change.apply(rules.queries()), rules.versions(), rules.timeouts(), rules.paths()));
    }

    static UnaryOperator<Collaborators> versions(UnaryOperator<VersionRule> change) {
        return rules(rules ->
                new RequestRules(rules.queries(), change.apply(rules.versions()), rules.timeouts(), rules.paths()));
    }

    static UnaryOperator<Collaborators> timeouts(UnaryOperator<TimeoutRule> change) {
        return rules(rules ->
                new RequestRules(rules.queries(), rules.versions(), change.apply(rules.timeouts()), rules.paths()));
    }

    static UnaryOperator<Collaborators> paths(UnaryOperator<PathParser> change) {
        return rules(rules ->
                new RequestRules(rules.queries(), rules.versions(), rules.timeouts(), change.apply(rules.paths())));
    }

    private static UnaryOperator<Collaborators> rules(UnaryOperator<RequestRules> change) {
        return parts -> parts.with(change.apply(parts.rules()));
    }

    static RefusedException refused(Reason reason, String what) {
        return new RefusedException(reason, what);
    }
}
