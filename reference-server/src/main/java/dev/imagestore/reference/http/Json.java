package dev.imagestore.reference.http;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.SessionView;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The bodies of answers, their fields in the order of the real runtime; 64-bit integers are strings. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    static byte[] error(FabricError error) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeName("Error");
            json.writeStartObject();
            json.writeStringProperty("Code", error.code());
            json.writeStringProperty("Message", error.message());
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static byte[] sessions(List<SessionView> sessions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeName("UploadSessions");
            json.writeStartArray();
            sessions.forEach(session -> write(json, session));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, SessionView session) {
        json.writeStartObject();
        json.writeStringProperty("StoreRelativePath", session.upload().path().toString());
        json.writeStringProperty("SessionId", session.upload().id().toString());
        json.writeStringProperty("FileSize", Long.toString(session.upload().fileLength()));
        json.writeStringProperty("ModifiedDate", date(session.modified()));
        json.writeName("ExpectedRanges");
        json.writeStartArray();
        for (ByteRange range : session.expectedRanges()) {
            json.writeStartObject();
            json.writeStringProperty("StartPosition", Long.toString(range.first()));
            json.writeStringProperty("EndPosition", Long.toString(range.last()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
