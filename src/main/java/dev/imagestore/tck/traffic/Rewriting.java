package dev.imagestore.tck.traffic;

import dev.imagestore.tck.protocol.SessionDescription;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Maps session ids and paths one to one to those of a run, and back. A session id has its random bits turned by the same
 * mask everywhere, so that no table is needed and what was equal stays equal; a path goes below a folder of the run.
 */
public final class Rewriting {

    private static final int VERSION = 12;
    private static final int VARIANT = 16;

    private final String folder;
    private final int[] mask = new int[32];

    /** @param folder below which all paths go, without slashes around it */
    public Rewriting(String folder, long seed) {
        this.folder = folder;
        Random random = new Random(seed ^ folder.hashCode() * 0x9E3779B97F4A7C15L);
        Arrays.setAll(mask, i -> i == VERSION || i == VARIANT ? 0 : random.nextInt(16));
        mask[0] |= 1; // never the identity
    }

    /** The request of the run. */
    public ApiRequest map(ApiRequest recorded) {
        if (!recorded.known()) {
            return recorded;
        }
        String query = SessionIds.replace(recorded.query(), this::session);
        return new ApiRequest(recorded.method(), content(recorded), recorded.verb(), query, true);
    }

    private String content(ApiRequest recorded) {
        return recorded.path().isEmpty() || climbs(recorded.path())
                ? recorded.content()
                : folder + "/" + recorded.content();
    }

    /** Such a path has to stay what it is: below a folder it would not leave the store. */
    private static boolean climbs(String path) {
        if (!path.contains("..")) {
            return false;
        }
        int depth = 0;
        for (String segment : path.split("/", -1)) {
            depth += segment.equals("..") ? -1 : segment.isEmpty() || segment.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** That session id, there and back; what is no GUID stays as it is, and so does the nil one. */
    public String session(String id) {
        return SessionIds.replaceGuid(id, this::turned);
    }

    private String turned(String guid) {
        if (isNil(guid)) {
            return guid;
        }
        StringBuilder turned = new StringBuilder(guid.length());
        int digit = 0;
        for (int i = 0; i < guid.length(); i++) {
            char c = guid.charAt(i);
            if (c == '-') {
                turned.append(c);
            } else {
                char mapped = Character.forDigit(Character.digit(c, 16) ^ mask[digit++], 16);
                turned.append(Character.isUpperCase(c) ? Character.toUpperCase(mapped) : mapped);
            }
        }
        return turned.toString();
    }

    private static boolean isNil(String guid) {
        for (int i = 0; i < guid.length(); i++) {
            if (guid.charAt(i) != '0' && guid.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /** The path of the run. */
    public String path(String recorded) {
        String normal = ApiRequest.normal(recorded);
        return normal.isEmpty() || climbs(normal) ? recorded : folder + "/" + recorded;
    }

    /** A path of the run as it was recorded; another one as it is. */
    public String back(String path) {
        String normal = ApiRequest.normal(path);
        return normal.startsWith(folder + "/") ? normal.substring(folder.length() + 1) : normal;
    }

    /** A description as the recorded server would have given it. */
    public SessionDescription back(SessionDescription described) {
        return new SessionDescription(
                back(described.path()),
                session(SessionIds.canonical(described.sessionId())).toLowerCase(Locale.ROOT),
                described.fileSize(),
                described.modified(),
                described.listed());
    }
}
