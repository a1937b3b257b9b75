package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an exchange is about.
 *
 * @param withAllBelow whether also about everything below the path
 */
record Concern(Optional<String> session, Optional<String> path, boolean withAllBelow) {

    /** {@code pathOf} knows the path of an open session. */
    static Concern of(ApiRequest api, Action action, Function<String, Optional<String>> pathOf) {
        if (action instanceof Action.Chunk chunk && !chunk.path().isEmpty()) {
            return new Concern(Optional.of(chunk.session()), Optional.of(chunk.path()), false); // nearly all are
        }
        Optional<String> session = api.session();
        if (action instanceof Action.Commit commit) {
            return new Concern(session, pathOf.apply(commit.session()), false);
        }
        if (action instanceof Action.DropSession drop) {
            return new Concern(session, pathOf.apply(drop.session()), false); // queries by path tell of it
        }
        if (api.verb().equals("Copy")) {
            return new Concern(session, Optional.of(""), true); // of and to paths in its body
        }
        boolean plain = api.known() && api.verb().isEmpty() && session.isEmpty();
        if (!api.method().equals("PUT") && (plain || api.verb().equals("FolderSize"))) {
            return new Concern(session, Optional.of(api.path()), true);
        }
        Optional<String> path = api.known() && !api.content().isEmpty() ? Optional.of(api.path()) : Optional.empty();
        return new Concern(session, path, false);
    }

    /** Whether the path is that folder, or something in it; everything is in the empty one. */
    static boolean isBelow(String path, String folder) {
        return folder.isEmpty()
                || (path.startsWith(folder)
                        && (path.length() == folder.length() || path.charAt(folder.length()) == '/'));
    }
}
