package dev.imagestore.reference.http;

import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.request.PercentCoding;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Staged;
import dev.imagestore.reference.store.Disk;
import dev.imagestore.reference.store.FileEntry;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Usage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The bodies of answers, their fields in the order of the real runtime; 64-bit integers are strings. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant FIRST_TICK = Instant.parse("1601-01-01T00:00:00Z");
    private static final long TICKS_PER_SECOND = 10_000_000;

    private Json() {}

    static byte[] error(FabricError error) {
        return object(json -> {
            json.writeName("Error");
            json.writeStartObject();
            json.writeStringProperty("Code", error.code());
            json.writeStringProperty("Message", error.message());
            json.writeEndObject();
        });
    }

    static byte[] sessions(List<SessionView> sessions, Dialect dialect) {
        return object(json -> array(json, "UploadSessions", sessions, session -> write(json, session, dialect)));
    }

    /** The time of the server. */
    static byte[] time(Instant now) {
        return object(json -> json.writeStringProperty("Time", DATE.format(now)));
    }

    private static void write(JsonGenerator json, SessionView session, Dialect dialect) {
        json.writeStringProperty("StoreRelativePath", session.upload().path().toString());
        json.writeStringProperty("SessionId", session.upload().id().toString());
        number(json, "FileSize", session.upload().fileLength());
        json.writeStringProperty("ModifiedDate", date(session.modified(), dialect));
        array(json, "ExpectedRanges", session.expectedRanges(), range -> {
            number(json, "StartPosition", range.first());
            number(json, "EndPosition", range.last());
        });
    }

    /**
     * @param separator what is between the segments of a path
     * @param paged whether it is said where the next page starts; empty if this is the last
     */
    static byte[] listing(Listing listing, String separator, boolean paged, Dialect dialect) {
        return object(json -> {
            array(json, "StoreFiles", listing.files(), file -> write(json, file, separator, dialect));
            array(json, "StoreFolders", listing.folders(), folder -> {
                path(json, folder.path(), separator);
                number(json, "FileCount", folder.fileCount());
            });
            if (paged) {
                json.writeStringProperty("ContinuationToken", PercentCoding.encoded(listing.next()));
            }
        });
    }

    private static void path(JsonGenerator json, ContentPath path, String separator) {
        json.writeStringProperty("StoreRelativePath", String.join(separator, path.segments()));
    }

    private static void write(JsonGenerator json, FileEntry file, String separator, Dialect dialect) {
        path(json, file.path(), separator);
        json.writeName("FileVersion");
        json.writeStartObject();
        number(json, "EpochDataLossNumber", 0);
        number(json, "VersionNumber", file.version());
        number(json, "EpochConfigurationNumber", 0);
        json.writeEndObject();
        number(json, "FileSize", file.size());
        json.writeStringProperty("ModifiedDate", date(file.modified(), dialect));
    }

    static byte[] size(String folder, long bytes) {
        return object(json -> {
            json.writeStringProperty("StoreRelativePath", folder);
            number(json, "FolderSize", bytes);
        });
    }

    /** There is no metadata beside the files, and nothing is ever registered here. */
    static byte[] info(Disk disk, Staged staging, Usage published) {
        return object(json -> {
            json.writeName("DiskInfo");
            json.writeStartObject();
            number(json, "Capacity", disk.capacity());
            number(json, "AvailableSpace", disk.available());
            json.writeEndObject();
            usage(json, "UsedByMetadata", 0, 0);
            usage(json, "UsedByStaging", staging.bytes(), staging.files());
            usage(json, "UsedByCopy", published.bytes(), published.files());
            usage(json, "UsedByRegister", 0, 0);
        });
    }

    private static void usage(JsonGenerator json, String name, long bytes, long files) {
        json.writeName(name);
        json.writeStartObject();
        number(json, "UsedSpace", bytes);
        number(json, "FileCount", files);
        json.writeEndObject();
    }

    private static byte[] object(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static <T> void array(JsonGenerator json, String name, List<T> elements, Consumer<T> members) {
        json.writeName(name);
        json.writeStartArray();
        for (T element : elements) {
            json.writeStartObject();
            members.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, long value) {
        json.writeStringProperty(name, Long.toString(value));
    }

    private static String date(Instant instant, Dialect dialect) {
        return dialect.ticks() ? Long.toString(ticks(instant)) : DATE.format(instant);
    }

    /** Units of 100 nanoseconds since 1601. */
    private static long ticks(Instant instant) {
        Duration age = Duration.between(FIRST_TICK, instant);
        return age.getSeconds() * TICKS_PER_SECOND + age.getNano() / 100;
    }
}
