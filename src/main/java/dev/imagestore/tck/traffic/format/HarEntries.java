package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BadRecordingException;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Kept;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.traffic.ApiRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes exchanges of the entries of a HAR, each by itself, and counts what is not as it should be. */
final class HarEntries {

    private static final int KEPT = 1 << 20;

    private static final double RESOLUTION_MILLIS = 1;

    /** What a lossy decoder writes where octets are no character. */
    private static final char LOST = '\uFFFD';

    private record Body(BodyDigest digest, boolean standIn) {}

    private final Recording recording;
    private final BodyCopies bodies;
    private final Redactor redactor;
    private final Map<String, Long> connections = new HashMap<>();
    private long exchanges;
    private long others;
    private long missing;
    private long disagreeing;
    private long bare;

    HarEntries(Recording recording, Redactor redactor) {
        this.recording = recording;
        this.bodies = new BodyCopies(recording.bodies());
        this.redactor = redactor;
    }

    void add(JsonNode entry) {
        JsonNode request = entry.path("request");
        String target = target(request.path("url").asString(""));
        String method = request.path("method").asString("GET");
        if (!ApiRequest.of(method, target).known()) {
            others++;
            return;
        }
        exchanges++;
        JsonNode own = entry.path("_imagestore");
        SentRequest sent = request(method, target, request, own);
        Optional<Answer> answer = answer(entry.path("response"));
        Duration ended = ended(entry, own);
        Duration send = millis(entry.path("timings").path("send").asDouble(0));
        recording.add(new Exchange(
                exchanges,
                own.path("case").asString(""),
                connection(entry.path("connection").asString("")),
                started(entry.path("startedDateTime").asString("")),
                sent,
                answer,
                ending(own, sent, answer),
                Optional.of(own.path("problem").asString("")).filter(text -> !text.isEmpty()),
                send.compareTo(ended) > 0 ? ended : send,
                ended));
    }

    /** A page goes on when the head of an answer is there, and browsers tell in whole milliseconds when a request began. */
    private static Duration ended(JsonNode entry, JsonNode own) {
        double all = entry.path("time").asDouble(0);
        double receive = Math.max(0, entry.path("timings").path("receive").asDouble(0));
        return millis(own.isObject() ? all : all - receive - RESOLUTION_MILLIS);
    }

    private static Ending ending(JsonNode own, SentRequest sent, Optional<Answer> answer) {
        if (own.path("ending").isString()) {
            return Ending.valueOf(own.path("ending").stringValue());
        }
        // A browser writes status 0 for what it gave up itself.
        return answer.isPresent() ? Ending.COMPLETE : sent.whole() ? Ending.ABANDONED : Ending.CUT;
    }

    /** Path and query as they are in the URL. */
    private static String target(String url) {
        int authority = url.indexOf("://");
        int path = authority < 0 ? 0 : url.indexOf('/', authority + 3);
        String target = path < 0 ? "/" : url.substring(path);
        int fragment = target.indexOf('#');
        return fragment < 0 ? target : target.substring(0, fragment);
    }

    private SentRequest request(String method, String target, JsonNode request, JsonNode own) {
        List<Header> headers = headers(request.path("headers"));
        Framing framing = framing(headers, request, own);
        Body body = body(request, headers, own);
        boolean coded = framing == Framing.CHUNKED || framing == Framing.RAW;
        if (body.digest().length() > 0
                && !coded
                && named(headers, "Content-Length").isEmpty()) {
            headers.add(new Header("Content-Length", Long.toString(body.digest().length())));
        }
        long declared = own.has("declaredLength")
                ? own.path("declaredLength").asLong(-1)
                : named(headers, "Content-Length").map(HarEntries::length).orElse(-1L);
        return new SentRequest(
                method,
                redactor.redact(target),
                redactor.redact(headers),
                declared,
                body.digest(),
                own.path("whole").asBoolean(true),
                framing,
                body.standIn());
    }

    private static Framing framing(List<Header> headers, JsonNode request, JsonNode own) {
        if (own.path("framing").isString()) {
            return Framing.valueOf(own.path("framing").stringValue());
        }
        if (named(headers, "Transfer-Encoding").isPresent()) {
            return Framing.CHUNKED;
        }
        boolean body = request.has("postData") || request.path("bodySize").asLong(0) > 0;
        return body || named(headers, "Content-Length").isPresent() ? Framing.LENGTH : Framing.NONE;
    }

    private Body body(JsonNode request, List<Header> headers, JsonNode own) {
        long stated = own.isObject()
                ? request.path("bodySize").asLong(-1)
                : named(headers, "Content-Length")
                        .map(HarEntries::length)
                        .orElse(request.path("bodySize").asLong(-1));
        JsonNode data = request.path("postData");
        String text = data.path("text").asString("");
        if (text.isEmpty()) {
            boolean lost = stated > 0;
            missing += lost ? 1 : 0;
            return new Body(
                    lost ? bodies.standIn(stated) : BodyDigest.EMPTY,
                    lost || own.path("standIn").asBoolean(false));
        }
        String encoding = data.path("encoding").asString("");
        byte[] octets = octets(text, encoding, stated);
        if ((stated >= 0 && octets.length != stated) || (encoding.isEmpty() && text.indexOf(LOST) >= 0)) {
            disagreeing++;
            return new Body(bodies.standIn(stated >= 0 ? stated : octets.length), true);
        }
        return new Body(store(octets), false);
    }

    /**
     * Text that is no base64 has the charset whose length fits: Firefox decodes what is UTF-8 and writes a character an octet
     * of what is not.
     */
    private static byte[] octets(String text, String encoding, long stated) {
        if (encoding.equals("base64")) {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new BadRecordingException(
                        "an entry has a body that says it is base64 and is not: " + e.getMessage());
            }
        }
        boolean latin = text.length() == stated && text.chars().allMatch(c -> c < 256);
        return text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private BodyDigest store(byte[] octets) {
        try (BodyStore.Sink sink = recording.bodies().open()) {
            sink.write(ByteBuffer.wrap(octets));
            return sink.finish();
        }
    }

    private Optional<Answer> answer(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status == 0) {
            return Optional.empty();
        }
        JsonNode content = response.path("content");
        long size = content.path("size").asLong(-1);
        byte[] octets = octets(
                content.path("text").asString(""), content.path("encoding").asString(""), size);
        byte[] kept = octets.length <= KEPT ? octets : Arrays.copyOf(octets, KEPT);
        BodyDigest there = BodyDigest.of(octets);
        bare += octets.length == 0 && size > 0 ? 1 : 0;
        return Optional.of(new Answer(
                status,
                response.path("statusText").asString(""),
                redactor.redact(headers(response.path("headers"))),
                size > octets.length ? new BodyDigest(size, there.sha256()) : there,
                Kept.of(redactor.redact(kept), kept.length)));
    }

    /** Without those that HTTP/2 adds. */
    private static List<Header> headers(JsonNode array) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : array) {
            String name = header.path("name").asString("");
            if (!name.isEmpty() && !name.startsWith(":")) {
                headers.add(new Header(name, latin(header.path("value").asString(""))));
            }
        }
        return headers;
    }

    /** One character an octet. */
    private static String latin(String value) {
        return value.chars().allMatch(c -> c < 256)
                ? value
                : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> named(List<Header> headers, String name) {
        return headers.stream().filter(h -> h.isNamed(name)).map(Header::value).findFirst();
    }

    private static long length(String value) {
        return value.strip().matches("\\d{1,18}") ? Long.parseLong(value.strip()) : -1;
    }

    private long connection(String name) {
        return name.isEmpty() ? exchanges : connections.computeIfAbsent(name, n -> connections.size() + 1L);
    }

    private static Instant started(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadRecordingException(
                    "an entry has the startedDateTime \"%s\"; expected one like 2026-01-01T00:00:00.000Z"
                            .formatted(text));
        }
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.max(0, Math.round(millis * 1e6)));
    }

    HarImport.Found found() {
        return new HarImport.Found(exchanges, others, missing, disagreeing, bare);
    }
}
