package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a recording as HAR 1.2, exchange by exchange and body by body. What HAR has no place for is in {@code _imagestore}
 * of each entry, so that an import gets it back; bodies of requests are base64, as {@code encoding} says.
 */
public final class HarExport {

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final JsonGenerator json;
    private final RecordingReader reader;

    private HarExport(JsonGenerator json, RecordingReader reader) {
        this.json = json;
        this.reader = reader;
    }

    /**
     * Writes the file; returns how many entries it has.
     *
     * @throws dev.imagestore.tck.exchange.BadRecordingException when the recording cannot be read
     */
    public static long export(Path recording, Path har, boolean skipDamaged) {
        try (RecordingReader reader = RecordingReader.open(recording, skipDamaged);
                JsonGenerator json = new JsonMapper().createGenerator(Files.newOutputStream(har), JsonEncoding.UTF8)) {
            return new HarExport(json, reader).write();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + har, e);
        }
    }

    private long write() throws IOException {
        json.writeStartObject();
        json.writeObjectPropertyStart("log");
        json.writeStringProperty("version", "1.2");
        json.writeObjectPropertyStart("creator");
        json.writeStringProperty("name", "imagestore-tck");
        json.writeStringProperty("version", SuiteIdentity.version());
        json.writeEndObject();
        json.writeArrayPropertyStart("entries");
        long entries = 0;
        for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
            entry(next.get().exchange());
            entries++;
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        return entries;
    }

    private void entry(Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("startedDateTime", exchange.started().toString());
        json.writeNumberProperty("time", millis(exchange.endedAfter()));
        json.writeStringProperty("connection", Long.toString(exchange.connection()));
        request(exchange.request());
        response(exchange);
        json.writeObjectPropertyStart("cache");
        json.writeEndObject();
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("send", millis(exchange.sentAfter()));
        json.writeNumberProperty("wait", millis(exchange.endedAfter().minus(exchange.sentAfter())));
        json.writeNumberProperty("receive", 0);
        json.writeEndObject();
        extension(exchange);
        json.writeEndObject();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private void request(SentRequest request) throws IOException {
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("method", request.method());
        json.writeStringProperty("url", "http://" + host(request) + request.target());
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        empty("cookies");
        headers(request.headers());
        empty("queryString");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", request.body().length());
        if (request.body().length() > 0 && !request.standIn()) {
            json.writeObjectPropertyStart("postData");
            json.writeStringProperty("mimeType", request.header("Content-Type"));
            body(request.body());
            json.writeStringProperty("encoding", "base64");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String host(SentRequest request) {
        String host = request.header("Host");
        return host.isEmpty() ? "unknown.invalid" : host;
    }

    private void body(BodyDigest body) throws IOException {
        if (body.length() > LONGEST) {
            throw new IOException(
                    "the body %s has %d bytes, more than a HAR can hold".formatted(body.sha256(), body.length()));
        }
        json.writeName("text");
        try (InputStream octets = Files.newInputStream(reader.body(body))) {
            json.writeBinary(octets, (int) body.length());
        }
    }

    private void response(Exchange exchange) {
        json.writeObjectPropertyStart("response");
        Optional<Answer> answer = exchange.answer();
        json.writeNumberProperty("status", answer.map(Answer::status).orElse(0));
        json.writeStringProperty("statusText", answer.map(Answer::reason).orElse(""));
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        empty("cookies");
        headers(answer.map(Answer::headers).orElse(List.of()));
        json.writeObjectPropertyStart("content");
        json.writeNumberProperty("size", answer.map(a -> a.body().length()).orElse(0L));
        json.writeStringProperty(
                "mimeType", answer.flatMap(a -> a.header("Content-Type")).orElse(""));
        byte[] kept = answer.map(Answer::bytes).orElse(new byte[0]);
        if (kept.length > 0) {
            json.writeName("text");
            json.writeBinary(kept);
            json.writeStringProperty("encoding", "base64");
        }
        json.writeEndObject();
        json.writeStringProperty("redirectURL", "");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", answer.map(a -> a.body().length()).orElse(-1L));
        json.writeEndObject();
    }

    private void extension(Exchange exchange) {
        json.writeObjectPropertyStart("_imagestore");
        json.writeStringProperty("case", exchange.caseId());
        json.writeStringProperty("ending", exchange.ending().name());
        json.writeBooleanProperty("whole", exchange.request().whole());
        json.writeBooleanProperty("standIn", exchange.request().standIn());
        json.writeStringProperty("framing", exchange.request().framing().name());
        json.writeNumberProperty("declaredLength", exchange.request().declaredLength());
        json.writeStringProperty("problem", exchange.problem().orElse(""));
        json.writeEndObject();
    }

    private void headers(List<Header> headers) {
        json.writeArrayPropertyStart("headers");
        for (Header header : headers) {
            json.writeStartObject();
            json.writeStringProperty("name", header.name());
            json.writeStringProperty("value", header.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void empty(String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }
}
