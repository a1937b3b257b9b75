package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionView;
import java.util.List;

/** Says what an outcome looks like on the wire. Called on event loops; must not wait. */
public interface Responder {

    /** The answer to a success without a result. */
    Reply done(Operation operation);

    Reply sessions(List<SessionView> sessions);

    Reply refused(Operation operation, Refusal refusal);
}
