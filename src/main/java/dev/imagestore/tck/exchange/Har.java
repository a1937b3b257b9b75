package dev.imagestore.tck.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exchanges as HAR 1.2, written as they come. Bodies of requests are there, in base64, or named by length and SHA-256; those
 * of answers are there as far as they were kept. What HAR has no place for stands in {@code _imagestore} of each entry, so
 * that an import gets it back.
 */
public final class Har {

    // Plain ASCII, as in a recording: a target chooses the characters.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final Function<SentRequest, String> origin;
    private final Bodies bodies;
    private final JsonGenerator json;

    private Har(Function<SentRequest, String> origin, Bodies bodies, JsonGenerator json) {
        this.origin = origin;
        this.bodies = bodies;
        this.json = json;
    }

    /** The bodies of requests. */
    public interface Bodies {

        /** Leaves them out: their names have to do. */
        Bodies NAMED = body -> Optional.empty();

        /** The octets of that body, if they are to be in the file. */
        Optional<InputStream> open(BodyDigest body) throws IOException;
    }

    /**
     * Writes the exchanges and leaves both streams open; returns how many there were.
     *
     * @param origin scheme and authority of the target of a request, such as {@code http://host:19080}
     * @throws UncheckedIOException when a body cannot be read, or is longer than a HAR can hold
     */
    public static long write(
            Stream<Exchange> exchanges,
            Function<SentRequest, String> origin,
            String version,
            Bodies bodies,
            OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(new KeptOpen(out))) {
            return new Har(origin, bodies, json).log(exchanges, version);
        }
    }

    private long log(Stream<Exchange> exchanges, String version) {
        AtomicLong entries = new AtomicLong();
        json.writeStartObject();
        json.writeObjectPropertyStart("log");
        json.writeStringProperty("version", "1.2");
        json.writeObjectPropertyStart("creator");
        json.writeStringProperty("name", "imagestore-tck");
        json.writeStringProperty("version", version);
        json.writeEndObject();
        json.writeArrayPropertyStart("entries");
        exchanges.forEachOrdered(exchange -> {
            entry(exchange);
            entries.incrementAndGet();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        return entries.get();
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
        extension(exchange);
        json.writeEndObject();
    }

    private void extension(Exchange exchange) {
        json.writeObjectPropertyStart("_imagestore");
        json.writeNumberProperty("number", exchange.number());
        json.writeStringProperty("case", exchange.caseId());
        json.writeStringProperty("ending", exchange.ending().name());
        json.writeBooleanProperty("whole", exchange.request().whole());
        json.writeBooleanProperty("standIn", exchange.request().standIn());
        json.writeStringProperty("framing", exchange.request().framing().name());
        json.writeNumberProperty("declaredLength", exchange.request().declaredLength());
        json.writeStringProperty("sha256", exchange.request().body().sha256());
        json.writeStringProperty("problem", exchange.problem().orElse(""));
        json.writeEndObject();
    }

    private void request(SentRequest request) {
        json.writeStringProperty("method", request.method());
        json.writeStringProperty("url", origin.apply(request) + request.target());
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
            body(request);
            json.writeEndObject();
        }
        json.writeNumberProperty("bodySize", body.length());
    }

    private void body(SentRequest request) {
        BodyDigest body = request.body();
        json.writeStringProperty("comment", "%d bytes, SHA-256 %s".formatted(body.length(), body.sha256()));
        try (InputStream octets = request.standIn() ? null : bodies.open(body).orElse(null)) {
            if (octets == null) {
                json.writeStringProperty("text", "");
                return;
            }
            if (body.length() > LONGEST) {
                throw new IOException(
                        "the body %s has %d bytes, more than a HAR can hold".formatted(body.sha256(), body.length()));
            }
            json.writeName("text");
            json.writeBinary(octets, (int) body.length());
            json.writeStringProperty("encoding", "base64");
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
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
        json.writeNumberProperty("bodySize", answer.isPresent() ? length : -1);
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
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            out.write(octets, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
