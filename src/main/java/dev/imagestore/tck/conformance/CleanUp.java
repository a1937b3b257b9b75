package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.ListingReading;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.Subject;
import java.util.Collection;
import java.util.List;

/** Removes what a run has stored, by operations that the target claims and by no others. It decides no outcome. */
public final class CleanUp {

    private final Subject subject;
    private final ImageStore.Origin origin;

    /** On behalf of a whole run. */
    public CleanUp(Subject subject) {
        this(subject, "clean-up", false);
    }

    /** @param named whether the requests name whom they are sent for */
    CleanUp(Subject subject, String behalf, boolean named) {
        this.subject = subject;
        this.origin = new ImageStore.Origin(behalf, named, exchange -> {});
    }

    /** Whether sessions can be given up at all. */
    public boolean endsSessions() {
        return subject.claims(Operation.DELETE_SESSION)
                && subject.store().lost().isEmpty();
    }

    /** Gives the sessions up; returns those that are still there, as far as that can be seen. */
    public List<OpenSession> sessions(Collection<OpenSession> sessions) {
        return sessions.stream().filter(session -> !ended(session)).toList();
    }

    /** Removes the folder with all that is in it; whether nothing is left of it, as far as that can be seen. */
    public boolean folder(String folder) {
        if (!subject.claims(Operation.DELETE) || subject.store().lost().isPresent()) {
            return false;
        }
        int status = status(subject.store().send(Call.deleteContent(folder), origin));
        if (status / 100 != 2 && status != 404) {
            return false;
        }
        return !subject.claims(Operation.LIST)
                || !subject.isNewEnoughFor(Operation.LIST)
                || isEmpty(subject.store().listing(folder, origin));
    }

    private static boolean isEmpty(ListingReading listing) {
        return listing.files().isEmpty() && listing.folders().isEmpty();
    }

    private boolean ended(OpenSession session) {
        if (subject.store().lost().isPresent()) {
            return false;
        }
        int status = status(subject.store().send(Call.deleteSession(session.id()), origin));
        if (status / 100 == 2) {
            return true;
        }
        if (subject.claims(Operation.GET_SESSION) && subject.store().lost().isEmpty()) {
            return subject.store().session(session.id(), origin).state() != SessionReading.State.KNOWN;
        }
        return status / 100 == 3 || status / 100 == 4;
    }

    /** Also of an answer that broke off: its head has said it. */
    private static int status(Exchange exchange) {
        return exchange.status().orElse(0);
    }
}
