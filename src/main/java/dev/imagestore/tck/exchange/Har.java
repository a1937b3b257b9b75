package dev.imagestore.tck.exchange;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exchanges as HAR 1.2, written as they come. Bodies of requests are named by length and SHA-256; those of answers are
 * there as far as they were kept. What HAR has no word for stands in fields that start with an underscore.
 */
public final class Har {

    // Plain ASCII, as in a recording: a target chooses the characters.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String origin;
    private final JsonGenerator json;

    private Har(String origin, JsonGenerator json) {
        this.origin = origin;
        this.json = json;
    }

    /**
     * Writes the exchanges and leaves both streams open.
     *
     * @param origin scheme and authority of the target, such as {@code http://host:19080}
     */
    public static void write(Stream<Exchange> exchanges, String origin, String version, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(new KeptOpen(out))) {
            new Har(origin, json).log(exchanges, version);
        }
    }

    private void log(Stream<Exchange> exchanges, String version) {
        json.writeStartObject();
        json.writeObjectPropertyStart("log");
        json.writeStringProperty("version", "1.2");
        json.writeObjectPropertyStart("creator");
        json.writeStringProperty("name", "imagestore-tck");
        json.writeStringProperty("version", version);
        json.writeEndObject();
        json.writeArrayPropertyStart("entries");
        exchanges.forEachOrdered(this::entry);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void entry(Exchange exchange) {
        double ended = millis(exchange.endedAfter().toNanos());
        double sent = Math.min(millis(exchange.sentAfter().toNanos()), ended);
        json.writeStartObject();
        json.writeStringProperty("startedDateTime", exchange.started().toString());
        json.writeNumberProperty("time", ended);
        json.writeObjectPropertyStart("request");
        request(exchange.request());
        json.writeEndObject();
        json.writeObjectPropertyStart("response");
        response(exchange.answer());
        json.writeEndObject();
        json.writeObjectPropertyStart("cache");
        json.writeEndObject();
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("send", sent);
        json.writeNumberProperty("wait", ended - sent);
        json.writeNumberProperty("receive", 0);
        json.writeEndObject();
        json.writeStringProperty("connection", String.valueOf(exchange.connection()));
        json.writeStringProperty("comment", exchange.caseId());
        json.writeNumberProperty("_number", exchange.number());
        json.writeStringProperty("_ending", exchange.ending().name());
        json.writeEndObject();
    }

    private void request(SentRequest request) {
        json.writeStringProperty("method", request.method());
        json.writeStringProperty("url", origin + request.target());
        head(request.headers());
        json.writeArrayPropertyStart("queryString");
        int query = request.target().indexOf('?');
        if (query >= 0) {
            Stream.of(request.target().substring(query + 1).split("&")).forEach(this::parameter);
        }
        json.writeEndArray();
        BodyDigest body = request.body();
        if (body.length() > 0) {
            json.writeObjectPropertyStart("postData");
            json.writeStringProperty("mimeType", type(request.headers()));
            json.writeStringProperty("text", "");
            json.writeStringProperty("comment", "%d bytes, SHA-256 %s".formatted(body.length(), body.sha256()));
            json.writeStringProperty("_sha256", body.sha256());
            json.writeEndObject();
        }
        json.writeNumberProperty("bodySize", body.length());
    }

    private void parameter(String pair) {
        int equals = pair.indexOf('=');
        pair(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
    }

    private void response(Optional<Answer> answer) {
        json.writeNumberProperty("status", answer.map(Answer::status).orElse(0));
        json.writeStringProperty("statusText", answer.map(Answer::reason).orElse(""));
        head(answer.map(Answer::headers).orElse(List.of()));
        json.writeObjectPropertyStart("content");
        long length = answer.map(a -> a.body().length()).orElse(0L);
        json.writeNumberProperty("size", length);
        json.writeStringProperty("mimeType", type(answer.map(Answer::headers).orElse(List.of())));
        answer.filter(a -> a.bytes().length > 0).ifPresent(a -> text(a.bytes()));
        json.writeEndObject();
        json.writeStringProperty("redirectURL", "");
        json.writeNumberProperty("bodySize", length);
    }

    private void text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            json.writeStringProperty("text", text);
        } catch (CharacterCodingException e) {
            json.writeStringProperty("text", Base64.getEncoder().encodeToString(body));
            json.writeStringProperty("encoding", "base64");
        }
    }

    private void head(List<Header> headers) {
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        json.writeArrayPropertyStart("cookies");
        json.writeEndArray();
        json.writeArrayPropertyStart("headers");
        headers.forEach(header -> pair(header.name(), header.value()));
        json.writeEndArray();
        json.writeNumberProperty("headersSize", -1);
    }

    private void pair(String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private static String type(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.isNamed("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** The generator closes what it writes to; the caller has not finished with it. */
    private static final class KeptOpen extends java.io.FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws java.io.IOException {
            out.write(octets, from, length);
        }

        @Override
        public void close() throws java.io.IOException {
            flush();
        }
    }
}
