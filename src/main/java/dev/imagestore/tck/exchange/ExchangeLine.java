package dev.imagestore.tck.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An exchange as one line of JSON, as {@link ExchangeParser} reads it. The fields of an answer are there only if there is one. */
final class ExchangeLine {

    // Plain ASCII, so that any character survives, even half a surrogate pair that a peer made up.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String FORMAT = "imagestore-traffic";
    private static final int VERSION = 1;

    private ExchangeLine() {}

    /** The first line, which says what the others are. */
    static String first() {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("format", FORMAT).put("version", VERSION));
    }

    /** What is wrong with that first line, if anything. */
    static Optional<String> complaint(byte[] line) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException e) {
            json = JSON.createObjectNode();
        }
        if (!json.path("format").asString("").equals(FORMAT)) {
            return Optional.of("this is no recording; expected the first line " + first());
        }
        int version = json.path("version").asInt(0);
        return version == VERSION
                ? Optional.empty()
                : Optional.of("the recording is of version %d; this program reads version %d: use a newer one"
                        .formatted(version, VERSION));
    }

    /** {@code kept} names the stored octets of the answer. */
    static String write(Exchange exchange, BodyDigest kept) {
        SentRequest request = exchange.request();
        ObjectNode line = JSON.createObjectNode()
                .put("number", exchange.number())
                .put("case", exchange.caseId())
                .put("connection", exchange.connection())
                .put("started", exchange.started().toString())
                .put("method", request.method())
                .put("target", request.target());
        line.set("requestHeaders", headers(request.headers()));
        line.put("declaredLength", request.declaredLength());
        line.set("requestBody", body(request.body()));
        line.put("whole", request.whole()).put("framing", request.framing().word());
        if (request.standIn()) {
            line.put("standIn", true);
        }
        if (!exchange.interim().isEmpty()) {
            ArrayNode interim = line.putArray("interim");
            exchange.interim().forEach(head -> interim.add(interim(head)));
        }
        exchange.answer().ifPresent(answer -> write(line, answer, kept));
        line.put("ending", exchange.ending().name());
        exchange.problem().ifPresent(problem -> line.put("problem", problem));
        line.put("sentMicros", micros(exchange.sentAfter()));
        line.put("endedMicros", micros(exchange.endedAfter()));
        return JSON.writeValueAsString(line);
    }

    private static ObjectNode interim(Interim head) {
        ObjectNode node = JSON.createObjectNode().put("status", head.status()).put("reason", head.reason());
        node.set("headers", headers(head.headers()));
        return node;
    }

    private static void write(ObjectNode line, Answer answer, BodyDigest kept) {
        line.put("status", answer.status()).put("reason", answer.reason());
        line.set("responseHeaders", headers(answer.headers()));
        ObjectNode body = body(answer.body()).put("kept", answer.kept().standsFor());
        if (!kept.equals(answer.body())) {
            body.set("stored", body(kept));
        }
        line.set("responseBody", body);
    }

    private static ArrayNode headers(List<Header> headers) {
        ArrayNode array = JSON.createArrayNode();
        headers.forEach(header -> array.addArray().add(header.name()).add(header.value()));
        return array;
    }

    private static ObjectNode body(BodyDigest digest) {
        return JSON.createObjectNode().put("length", digest.length()).put("sha256", digest.sha256());
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1_000);
    }
}
