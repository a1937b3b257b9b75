package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.verdict.Damage;
import java.util.regex.Pattern;

/** Which requirement a difference is about, as far as a request and what was recorded of it tell. */
final class Blame {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    private Blame() {}

    /** For an answer that was a success when it was recorded, or was to be one. */
    static String success(ApiRequest api) {
        return switch (api.method() + " " + api.verb()) {
            case "PUT UploadChunk" -> "CHK-01";
            case "POST CommitUploadSession" -> "COM-02";
            case "DELETE DeleteUploadSession" -> "DEL-01";
            case "GET GetUploadSession" -> api.content().isEmpty() ? "QRY-01" : "QRY-06";
            case "PUT " -> "PUT-01";
            case "GET " -> "GET-01";
            case "DELETE " -> "GET-08";
            case "POST Copy" -> "CPY-01";
            case "GET FolderSize" -> api.content().isEmpty() ? "FSZ-01" : "FSZ-02";
            case "GET Info" -> "INF-01";
            default -> "HTTP-01";
        };
    }

    /** For a status that differs: both are successes, or one is, or none. */
    static String status(ApiRequest api, Action action, Exchange recorded, int observed) {
        int expected = recorded.status().orElse(0);
        if (success(expected) && success(observed)) {
            return api.method().equals("PUT") && api.verb().isEmpty() ? "PUT-04" : success(api);
        }
        return success(expected) ? success(api) : refusal(api, action, recorded);
    }

    /** For a request that was refused when it was recorded. */
    static String refusal(ApiRequest api, Action action, Exchange recorded) {
        return switch (api.method() + " " + api.verb()) {
            case "PUT UploadChunk" -> chunk(api, action, recorded);
            case "POST CommitUploadSession" -> badSession(api) ? "COM-07" : "COM-04";
            case "DELETE DeleteUploadSession" -> badSession(api) ? "DEL-07" : "DEL-03";
            case "GET GetUploadSession" -> !api.content().isEmpty() ? "QRY-06" : badSession(api) ? "QRY-13" : "QRY-05";
            case "PUT " -> api.content().isEmpty() ? "PUT-07" : "PUT-01";
            case "GET " -> "GET-04";
            case "DELETE " -> api.content().isEmpty() ? "GET-11" : "GET-08";
            case "POST Copy" -> "CPY-02";
            case "GET FolderSize" -> "FSZ-03";
            case "GET Info" -> "INF-01";
            default -> "HTTP-01";
        };
    }

    private static String chunk(ApiRequest api, Action action, Exchange recorded) {
        if (recorded.request().header("Content-Range").isEmpty()) {
            return "CR-04";
        }
        if (action instanceof Action.OddChunk && !badSession(api)) {
            return "CR-05";
        }
        if (badSession(api)) {
            return api.session().isEmpty() ? "SID-02" : NIL.equals(api.session().get()) ? "SID-07" : "SID-04";
        }
        return action instanceof Action.Chunk known && known.bodyLength() != known.last() - known.first() + 1
                ? "CHK-12"
                : "CHK-05";
    }

    /** For a session that is described as none of those that would be right; {@code cut} is where its chunks were cut. */
    static String session(SessionDescription described, AllowedSession allowed, RangeSet cut) {
        RangeSet invented =
                RangeSet.whole(described.fileSize()).minus(described.missing()).minus(allowed.most());
        return !invented.isEmpty() && cut.containsAll(invented) ? "CHK-13" : "QRY-03";
    }

    /** For stored bytes that are not as they should be; {@code cut} is where chunks of the file were cut. */
    static String damage(Damage.Kind first, RangeSet damaged, RangeSet cut) {
        return switch (first) {
            case STALE -> "COM-03";
            case SURPLUS -> "COM-08";
            case MISSING -> cut.containsAll(damaged) ? "CHK-13" : "COM-04";
            case WRONG -> cut.containsAll(damaged) ? "CHK-13" : "CHK-03";
            case SHIFTED, DOUBLED -> "CHK-03";
        };
    }

    private static boolean badSession(ApiRequest api) {
        return api.session()
                .filter(id -> GUID.matcher(id).matches() && !id.equals(NIL))
                .isEmpty();
    }

    static boolean success(int status) {
        return status >= 200 && status < 300;
    }
}
