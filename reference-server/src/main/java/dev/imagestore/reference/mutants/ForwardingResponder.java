package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.FabricError;
import dev.imagestore.reference.http.Operation;
import dev.imagestore.reference.http.Reply;
import dev.imagestore.reference.http.Responder;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Staged;
import dev.imagestore.reference.store.Disk;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Usage;
import java.util.List;
import java.util.Map;

/** A responder that leaves everything to the real one; a mutant overrides what it does wrong. */
abstract class ForwardingResponder implements Responder {

    private final Responder real;

    ForwardingResponder(Responder real) {
        this.real = real;
    }

    @Override
    public Reply done(Operation operation) {
        return real.done(operation);
    }

    @Override
    public Reply uploaded(boolean replaced) {
        return real.uploaded(replaced);
    }

    @Override
    public Reply sessions(List<SessionView> sessions, Dialect dialect) {
        return real.sessions(sessions, dialect);
    }

    @Override
    public Reply listing(Listing listing, Dialect dialect) {
        return real.listing(listing, dialect);
    }

    @Override
    public Reply rootListing(Listing listing, Dialect dialect) {
        return real.rootListing(listing, dialect);
    }

    @Override
    public Reply absent(ContentPath path, Dialect dialect) {
        return real.absent(path, dialect);
    }

    @Override
    public Reply size(ContentPath folder, long bytes) {
        return real.size(folder, bytes);
    }

    @Override
    public Reply rootSize(long bytes) {
        return real.rootSize(bytes);
    }

    @Override
    public Reply info(Disk disk, Staged staging, Usage published) {
        return real.info(disk, staging, published);
    }

    @Override
    public Reply refused(Operation operation, Refusal refusal) {
        return real.refused(operation, refusal);
    }

    @Override
    public Reply error(FabricError error, Map<String, String> fields) {
        return real.error(error, fields);
    }
}
