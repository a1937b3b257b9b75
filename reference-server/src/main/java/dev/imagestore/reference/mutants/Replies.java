package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.http.FabricError;
import dev.imagestore.reference.http.Operation;
import dev.imagestore.reference.http.Reply;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Answers that come out wrong. */
final class Replies {

    private Replies() {}

    static Reply text(Reply reply, UnaryOperator<String> change) {
        return reply instanceof Reply.Message message
                ? new Reply.Message(
                        message.status(),
                        message.phrase(),
                        change.apply(new String(message.body(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8),
                        message.fields(),
                        message.bare())
                : reply;
    }

    static Reply status(Reply reply, int status) {
        return reply instanceof Reply.Message message
                ? new Reply.Message(status, "", message.body(), message.fields(), message.bare())
                : reply;
    }

    /** Refusals of that kind are answered as if nothing were wrong. */
    static UnaryOperator<Collaborators> granting(BiPredicate<Operation, Refusal> which) {
        return refused(which, (operation, reply) -> Reply.Message.empty(200));
    }

    static UnaryOperator<Collaborators> refused(
            BiPredicate<Operation, Refusal> which, BiFunction<Operation, Reply, Reply> change) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply refused(Operation operation, Refusal refusal) {
                Reply right = super.refused(operation, refusal);
                return which.test(operation, refusal) ? change.apply(operation, right) : right;
            }
        });
    }

    /** An unknown session is taken for a wrong argument by that operation. */
    static UnaryOperator<Collaborators> unknownAsArgument(Operation by) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply refused(Operation operation, Refusal refusal) {
                return super.refused(
                        operation,
                        operation == by && refusal.reason() == Reason.SESSION_UNKNOWN
                                ? new Refusal(Reason.ARGUMENT, refusal.message())
                                : refusal);
            }
        });
    }

    /** Answers to requests that reach no operation. */
    static UnaryOperator<Collaborators> error(int status, UnaryOperator<Reply> change) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply error(FabricError error, Map<String, String> fields) {
                Reply right = super.error(error, fields);
                return error.status() == status ? change.apply(right) : right;
            }
        });
    }

    static UnaryOperator<Collaborators> done(Operation which, UnaryOperator<Reply> change) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply done(Operation operation) {
                Reply right = super.done(operation);
                return operation == which ? change.apply(right) : right;
            }
        });
    }
}
