package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.LaneRequest;
import dev.imagestore.tck.wire.PreparedRequest;
import dev.imagestore.tck.wire.RequestBody;
import dev.imagestore.tck.wire.StoredBytes;
import dev.imagestore.tck.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the requests of a run out of recorded ones: as they were, but for session ids, paths and what is secret. */
final class Requests {

    private static final String REDACTED = "***";
    private static final int LONGEST_COPY = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final RecordingReader reader;
    private final Endpoint target;
    private final List<Header> secret;
    private final Redactor redactor;

    Requests(RecordingReader reader, Endpoint target, List<Header> secret) {
        this.reader = reader;
        this.target = target;
        this.secret = List.copyOf(secret);
        this.redactor = Redactor.of(secret);
    }

    /** What a recorded exchange asks of the store; {@code source} names its body. */
    Action action(Exchange recorded, ApiRequest api, long source) {
        if (!isCopy(api, recorded.request())) {
            return api.action(recorded.request(), source);
        }
        JsonNode body = json(recorded.request());
        String from = body.path("RemoteSource").asString("");
        String to = body.path("RemoteDestination").asString("");
        return from.isEmpty() || to.isEmpty() || !body.path("SkipFiles").isEmpty()
                ? new Action.Other()
                : new Action.Copy(
                        ApiRequest.normal(from),
                        ApiRequest.normal(to),
                        !body.path("CheckMarkFile").asBoolean(false));
    }

    PreparedRequest of(Exchange recorded, ApiRequest api, Rewriting rewriting) {
        SentRequest request = recorded.request();
        boolean copy = isCopy(api, request);
        boolean cut = !request.whole();
        WireRequest wire = new WireRequest(
                request.method(),
                target.basePath() + rewriting.map(api).target(),
                headers(request, copy),
                copy ? copied(request, rewriting) : body(request),
                cut ? OptionalLong.of(request.body().length()) : OptionalLong.empty(),
                recorded.caseId(),
                Optional.empty());
        LaneRequest asked = new LaneRequest(
                wire,
                request.framing(),
                recorded.ending() == Ending.ABANDONED,
                cut && recorded.answer().isPresent());
        return PreparedRequest.of(asked, target, redactor);
    }

    private List<Header> headers(SentRequest request, boolean otherLength) {
        List<Header> headers = new ArrayList<>(request.headers().size());
        for (Header header : request.headers()) {
            boolean gone = header.isNamed("Host")
                    || header.value().equals(REDACTED)
                    || isSecret(header.name())
                    || (otherLength && header.isNamed("Content-Length"));
            if (!gone) {
                headers.add(header);
            }
        }
        headers.addAll(secret);
        return headers;
    }

    private boolean isSecret(String name) {
        for (Header header : secret) {
            if (header.isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    private RequestBody body(SentRequest request) {
        if (request.framing() == Framing.NONE) {
            return RequestBody.none();
        }
        return request.body().length() == 0
                ? RequestBody.of(new byte[0])
                : new StoredBytes(reader.body(request.body()), request.body()).body();
    }

    private static boolean isCopy(ApiRequest api, SentRequest request) {
        return api.verb().equals("Copy")
                && api.method().equals("POST")
                && request.whole()
                && request.framing() == Framing.LENGTH
                && request.body().length() > 0
                && request.body().length() <= LONGEST_COPY;
    }

    private RequestBody copied(SentRequest request, Rewriting rewriting) {
        JsonNode body = json(request);
        if (!(body instanceof ObjectNode description)) {
            return body(request);
        }
        for (String name : List.of("RemoteSource", "RemoteDestination")) {
            if (description.path(name).isString()) {
                description.put(name, rewriting.path(description.path(name).stringValue()));
            }
        }
        return RequestBody.of(JSON.writeValueAsBytes(description));
    }

    private JsonNode json(SentRequest request) {
        try {
            return JSON.readTree(reader.body(request.body()).toFile());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
