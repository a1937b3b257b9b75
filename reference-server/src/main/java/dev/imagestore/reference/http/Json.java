package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Documents;
import dev.imagestore.reference.behaviour.Documents.Layout;
import dev.imagestore.reference.behaviour.Documents.Members;
import dev.imagestore.reference.behaviour.Documents.Order;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.request.PercentCoding;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SessionId;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The bodies of answers, their fields in the order of the real runtime; 64-bit integers are strings. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };
    private static final DateTimeFormatter DATE = format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private static final Instant FIRST_TICK = Instant.parse("1601-01-01T00:00:00Z");
    private static final long TICKS_PER_SECOND = 10_000_000;

    private final Documents form;
    private final DateTimeFormatter dates;

    Json(Documents form) {
        this.form = form;
        this.dates = switch (form.dates()) {
            case MILLISECONDS -> DATE;
            case WHOLE_SECONDS -> format("yyyy-MM-dd'T'HH:mm:ss'Z'");
            case NANOSECONDS -> format("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'");
            case WITH_OFFSET -> format("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'");
        };
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    byte[] error(FabricError error) {
        return object(json -> {
            json.writeName("Error");
            start(json);
            json.writeStringProperty("Code", error.code());
            json.writeStringProperty("Message", error.message());
            json.writeEndObject();
        });
    }

    byte[] sessions(List<SessionView> sessions, Dialect dialect) {
        return object(
                json -> array(json, "UploadSessions", ordered(sessions), session -> write(json, session, dialect)));
    }

    /** The time of the server. */
    static byte[] time(Instant now) {
        return bytes(Layout.COMPACT, json -> {
            json.writeStartObject();
            json.writeStringProperty("Time", DATE.format(now));
            json.writeEndObject();
        });
    }

    /** That the server is at work. */
    static byte[] health(Staged staged) {
        return bytes(Layout.COMPACT, json -> {
            json.writeStartObject();
            json.writeStringProperty("Status", "Ok");
            number(json, "UnfinishedUploads", staged.files());
            number(json, "StagedBytes", staged.bytes());
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, SessionView session, Dialect dialect) {
        json.writeStringProperty("StoreRelativePath", spelt(session.upload().path()));
        json.writeStringProperty("SessionId", told(session.upload().id()));
        number(json, "FileSize", session.upload().fileLength());
        json.writeStringProperty("ModifiedDate", date(session.modified(), dialect));
        array(json, "ExpectedRanges", session.expectedRanges(), range -> {
            number(json, "StartPosition", range.first());
            number(json, "EndPosition", range.last());
        });
    }

    private String spelt(ContentPath path) {
        return switch (form.sessionPaths()) {
            case AS_SPELT -> path.toString();
            case WITH_BACKSLASHES -> String.join("\\", path.segments());
        };
    }

    private String told(SessionId id) {
        return switch (form.ids()) {
            case LOWER_CASE -> id.toString();
            case UPPER_CASE -> id.toString().toUpperCase(Locale.ROOT);
        };
    }

    private <T> List<T> ordered(List<T> ascending) {
        if (form.order() == Order.ASCENDING) {
            return ascending;
        }
        List<T> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);
        return descending;
    }

    /**
     * @param separator what is between the segments of a path
     * @param paged whether it is said where the next page starts; empty if this is the last
     */
    byte[] listing(Listing listing, String separator, boolean paged, Dialect dialect) {
        return object(json -> {
            array(json, "StoreFiles", ordered(listing.files()), file -> write(json, file, separator, dialect));
            array(json, "StoreFolders", ordered(listing.folders()), folder -> {
                path(json, folder.path(), separator);
                number(json, "FileCount", folder.fileCount());
            });
            if (paged) {
                json.writeStringProperty("ContinuationToken", PercentCoding.encoded(listing.next()));
            }
        });
    }

    private void path(JsonGenerator json, ContentPath path, String separator) {
        json.writeStringProperty("StoreRelativePath", String.join(separator, path.segments()));
    }

    private void write(JsonGenerator json, FileEntry file, String separator, Dialect dialect) {
        path(json, file.path(), separator);
        json.writeName("FileVersion");
        start(json);
        number(json, "EpochDataLossNumber", 0);
        number(json, "VersionNumber", file.version());
        number(json, "EpochConfigurationNumber", 0);
        json.writeEndObject();
        number(json, "FileSize", file.size());
        json.writeStringProperty("ModifiedDate", date(file.modified(), dialect));
    }

    byte[] size(String folder, long bytes) {
        return object(json -> {
            json.writeStringProperty("StoreRelativePath", folder);
            number(json, "FolderSize", bytes);
        });
    }

    /** There is no metadata beside the files, and nothing is ever registered here. */
    byte[] info(Disk disk, Staged staging, Usage published) {
        return object(json -> {
            json.writeName("DiskInfo");
            start(json);
            number(json, "Capacity", disk.capacity());
            number(json, "AvailableSpace", disk.available());
            json.writeEndObject();
            usage(json, "UsedByMetadata", 0, 0);
            usage(json, "UsedByStaging", staging.bytes(), staging.files());
            usage(json, "UsedByCopy", published.bytes(), published.files());
            usage(json, "UsedByRegister", 0, 0);
        });
    }

    private void usage(JsonGenerator json, String name, long bytes, long files) {
        json.writeName(name);
        start(json);
        number(json, "UsedSpace", bytes);
        number(json, "FileCount", files);
        json.writeEndObject();
    }

    private byte[] object(Consumer<JsonGenerator> content) {
        return bytes(form.layout(), json -> {
            start(json);
            content.accept(json);
            json.writeEndObject();
        });
    }

    private void start(JsonGenerator json) {
        json.writeStartObject();
        if (form.members() == Members.EXTENDED) {
            json.writeStringProperty("Extra", "not documented");
        }
    }

    private static byte[] bytes(Layout layout, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectWriteContext context = layout == Layout.INDENTED ? INDENTED : ObjectWriteContext.empty();
        try (JsonGenerator json = FACTORY.createGenerator(context, bytes)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    private <T> void array(JsonGenerator json, String name, List<T> elements, Consumer<T> members) {
        json.writeName(name);
        json.writeStartArray();
        for (T element : elements) {
            start(json);
            members.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, long value) {
        json.writeStringProperty(name, Long.toString(value));
    }

    private String date(Instant instant, Dialect dialect) {
        return dialect.ticks() ? Long.toString(ticks(instant)) : dates.format(instant);
    }

    /** Units of 100 nanoseconds since 1601. */
    private static long ticks(Instant instant) {
        Duration age = Duration.between(FIRST_TICK, instant);
        return age.getSeconds() * TICKS_PER_SECOND + age.getNano() / 100;
    }
}
