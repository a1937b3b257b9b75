package dev.imagestore.tck.exchange;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one line as it comes, without a tree in between: a recording has millions of lines, and reading them is what a
 * replay does most. Fields of no meaning to this version are passed over.
 */
final class ExchangeParser {

    private static final JsonMapper JSON = new JsonMapper();

    private record Body(
            BodyDigest digest, long kept, @Nullable BodyDigest stored) {}

    private final JsonParser json;
    private @Nullable Long number;
    private @Nullable String caseId;
    private @Nullable Long connection;
    private @Nullable Instant started;
    private @Nullable String method;
    private @Nullable String target;
    private @Nullable List<Header> requestHeaders;
    private @Nullable Long declaredLength;
    private @Nullable Body requestBody;
    private @Nullable Boolean whole;
    private @Nullable Framing framing;
    private boolean standIn;
    private @Nullable Integer status;
    private @Nullable String reason;
    private @Nullable List<Header> responseHeaders;
    private @Nullable Body responseBody;
    private @Nullable Ending ending;
    private @Nullable String problem;
    private @Nullable Long sentMicros;
    private @Nullable Long endedMicros;
    private List<Interim> interim = List.of();

    private ExchangeParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a line without its newline.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON
     * @throws IllegalArgumentException when it is, but no exchange
     * @throws IOException when the body of its answer cannot be read
     */
    static Exchange parse(byte[] line, BodyFolder bodies) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            ExchangeParser parser = new ExchangeParser(json);
            parser.read();
            return parser.exchange(bodies);
        }
    }

    private void read() {
        json.nextToken();
        expect(JsonToken.START_OBJECT, "an object");
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            field(name);
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("expected nothing behind the object");
        }
    }

    private void field(String name) {
        switch (name) {
            case "number" -> number = integer();
            case "case" -> caseId = string();
            case "connection" -> connection = integer();
            case "started" -> started = Instants.parse(string());
            case "method" -> method = string();
            case "target" -> target = string();
            case "requestHeaders" -> requestHeaders = headers();
            case "declaredLength" -> declaredLength = integer();
            case "requestBody" -> requestBody = body();
            case "whole" -> whole = truth();
            case "framing" -> framing = Framing.named(string());
            case "standIn" -> standIn = truth();
            case "status" -> status = Math.toIntExact(integer());
            case "reason" -> reason = string();
            case "responseHeaders" -> responseHeaders = headers();
            case "responseBody" -> responseBody = body();
            case "ending" -> ending = Ending.valueOf(string());
            case "problem" -> problem = string();
            case "sentMicros" -> sentMicros = integer();
            case "endedMicros" -> endedMicros = integer();
            case "interim" -> interim = interim();
            default -> json.skipChildren();
        }
    }

    private Exchange exchange(BodyFolder bodies) throws IOException {
        return new Exchange(
                required(number, "number"),
                required(caseId, "case"),
                required(connection, "connection"),
                required(started, "started"),
                new SentRequest(
                        required(method, "method"),
                        required(target, "target"),
                        required(requestHeaders, "requestHeaders"),
                        required(declaredLength, "declaredLength"),
                        required(requestBody, "requestBody").digest(),
                        required(whole, "whole"),
                        required(framing, "framing"),
                        standIn),
                status == null ? Optional.empty() : Optional.of(answer(status, bodies)),
                required(ending, "ending"),
                Optional.ofNullable(problem),
                micros(required(sentMicros, "sentMicros")),
                micros(required(endedMicros, "endedMicros")),
                interim);
    }

    private Answer answer(int known, BodyFolder bodies) throws IOException {
        Body body = required(responseBody, "responseBody");
        byte[] kept = bodies.read(body.stored() == null ? body.digest() : body.stored());
        return new Answer(
                known,
                required(reason, "reason"),
                required(responseHeaders, "responseHeaders"),
                body.digest(),
                Kept.of(kept, body.kept()));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private List<Interim> interim() {
        expect(JsonToken.START_ARRAY, "an array");
        List<Interim> heads = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            heads.add(head());
        }
        return heads;
    }

    private Interim head() {
        expect(JsonToken.START_OBJECT, "an object");
        Integer code = null;
        String words = null;
        List<Header> fields = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "status" -> code = Math.toIntExact(integer());
                case "reason" -> words = string();
                case "headers" -> fields = headers();
                default -> json.skipChildren();
            }
        }
        return new Interim(required(code, "status"), required(words, "reason"), required(fields, "headers"));
    }

    private List<Header> headers() {
        expect(JsonToken.START_ARRAY, "an array");
        List<Header> headers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_ARRAY, "a name and a value");
            json.nextToken();
            String name = string();
            json.nextToken();
            headers.add(new Header(name, string()));
            json.nextToken();
            expect(JsonToken.END_ARRAY, "a name and a value");
        }
        return headers;
    }

    private Body body() {
        expect(JsonToken.START_OBJECT, "an object");
        Long length = null;
        String sha256 = null;
        long kept = 0;
        BodyDigest stored = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "length" -> length = integer();
                case "sha256" -> sha256 = string();
                case "kept" -> kept = integer();
                case "stored" -> stored = body().digest();
                default -> json.skipChildren();
            }
        }
        BodyDigest digest = new BodyDigest(required(length, "length"), required(sha256, "sha256"));
        return new Body(digest, kept, stored);
    }

    private String string() {
        expect(JsonToken.VALUE_STRING, "a string");
        return json.getString();
    }

    private long integer() {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getLongValue();
    }

    private boolean truth() {
        if (json.currentToken() != JsonToken.VALUE_TRUE) {
            expect(JsonToken.VALUE_FALSE, "true or false");
        }
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    private void expect(JsonToken token, String what) {
        if (json.currentToken() != token) {
            String name = json.currentName();
            throw new IllegalArgumentException(
                    name == null ? "expected " + what : "\"%s\": expected %s".formatted(name, what));
        }
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("it has no \"%s\"".formatted(name));
        }
        return value;
    }
}
