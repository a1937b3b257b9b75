package dev.imagestore.tck.protocol;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a copy is to do, {@code ImageStoreCopyDescription}.
 *
 * @param skipFiles names of files to leave out
 * @param checkMarkFile whether a folder without a mark file is to be left alone
 */
public record CopyDescription(String source, String destination, List<String> skipFiles, boolean checkMarkFile) {

    private static final JsonMapper JSON = new JsonMapper();

    public CopyDescription {
        skipFiles = List.copyOf(skipFiles);
    }

    /** A copy of everything. */
    public static CopyDescription of(String source, String destination) {
        return new CopyDescription(source, destination, List.of(), false);
    }

    public CopyDescription without(List<String> names) {
        return new CopyDescription(source, destination, names, checkMarkFile);
    }

    public CopyDescription checkingMarkFile() {
        return new CopyDescription(source, destination, skipFiles, true);
    }

    /** With the optional members only where they say something. */
    public String json() {
        ObjectNode body = JSON.createObjectNode();
        body.put("RemoteSource", source);
        body.put("RemoteDestination", destination);
        if (!skipFiles.isEmpty()) {
            skipFiles.forEach(body.putArray("SkipFiles")::add);
        }
        if (checkMarkFile) {
            body.put("CheckMarkFile", true);
        }
        return body.toString();
    }
}
