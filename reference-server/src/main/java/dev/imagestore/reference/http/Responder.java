package dev.imagestore.reference.http;

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

/** Says what an outcome looks like on the wire. Called on event loops too; must not wait. */
public interface Responder {

    /** The answer to a success without a result. */
    Reply done(Operation operation);

    /** The answer to a file that came as a whole. */
    Reply uploaded(boolean replaced);

    Reply sessions(List<SessionView> sessions, Dialect dialect);

    /** What a file or a folder other than the root is listed as. */
    Reply listing(Listing listing, Dialect dialect);

    Reply rootListing(Listing listing, Dialect dialect);

    /** The answer to a listing of what is not there. */
    Reply absent(ContentPath path, Dialect dialect);

    Reply size(ContentPath folder, long bytes);

    Reply rootSize(long bytes);

    Reply info(Disk disk, Staged staging, Usage published);

    Reply refused(Operation operation, Refusal refusal);

    /** The answer to a request that reaches no operation, with these fields in its head. */
    Reply error(FabricError error, Map<String, String> fields);
}
