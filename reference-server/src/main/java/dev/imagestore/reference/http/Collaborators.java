package dev.imagestore.reference.http;

import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.session.RangeParser;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Store;
import dev.imagestore.reference.store.StoreLayout;
import java.time.Clock;

/** The replaceable parts of a server: each decides or does one thing, and knows nothing of the others. */
public record Collaborators(
        RequestRules rules,
        RangeParser ranges,
        Sessions sessions,
        StoreLayout layout,
        Store store,
        Library library,
        Responder responder,
        Clock clock) {

    public Collaborators with(RequestRules other) {
        return new Collaborators(other, ranges, sessions, layout, store, library, responder, clock);
    }

    public Collaborators with(RangeParser other) {
        return new Collaborators(rules, other, sessions, layout, store, library, responder, clock);
    }

    public Collaborators with(Sessions other) {
        return new Collaborators(rules, ranges, other, layout, store, library, responder, clock);
    }

    public Collaborators with(Store other) {
        return new Collaborators(rules, ranges, sessions, layout, other, library, responder, clock);
    }

    public Collaborators with(Library other) {
        return new Collaborators(rules, ranges, sessions, layout, store, other, responder, clock);
    }

    public Collaborators with(Responder other) {
        return new Collaborators(rules, ranges, sessions, layout, store, library, other, clock);
    }
}
