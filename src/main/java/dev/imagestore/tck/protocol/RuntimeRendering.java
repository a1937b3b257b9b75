package dev.imagestore.tck.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one form in which the Service Fabric runtime writes the answer to a session query, to the order of the fields. */
public final class RuntimeRendering {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> BODY = List.of("UploadSessions");
    private static final List<String> SESSION =
            List.of("StoreRelativePath", "SessionId", "FileSize", "ModifiedDate", "ExpectedRanges");
    private static final List<String> RANGE = List.of("StartPosition", "EndPosition");
    private static final String NUMBER = "\\d{1,20}";
    private static final Map<String, String> FORMS = Map.of(
            "SessionId", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "FileSize", NUMBER,
            "ModifiedDate", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z",
            "StartPosition", NUMBER,
            "EndPosition", NUMBER);

    private final List<String> departures = new ArrayList<>();

    private RuntimeRendering() {}

    /** Where the body is not written as the runtime writes it, each as a short sentence. */
    public static List<String> departures(String body) {
        RuntimeRendering rendering = new RuntimeRendering();
        try {
            rendering.body(JSON.readTree(body));
        } catch (JacksonException e) {
            return List.of("the body is not JSON");
        }
        return List.copyOf(rendering.departures);
    }

    private void body(JsonNode body) {
        fields("the body", body, BODY);
        for (JsonNode session : body.path("UploadSessions")) {
            fields("a session", session, SESSION);
            session.path("ExpectedRanges").forEach(range -> fields("a range", range, RANGE));
        }
    }

    private void fields(String what, JsonNode node, List<String> names) {
        List<String> found = List.copyOf(node.propertyNames());
        if (!found.equals(names)) {
            departures.add("%s has the fields %s, not %s in this order".formatted(what, found, names));
        }
        FORMS.forEach((name, form) -> {
            JsonNode value = node.path(name);
            if (!value.isMissingNode()
                    && !(value.isString() && value.stringValue().matches(form))) {
                departures.add("%s is %s, no string of the form %s".formatted(name, value, form));
            }
        });
    }
}
