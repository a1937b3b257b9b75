package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Interim;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.protocol.SessionsAnswer;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.traffic.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a recording that can be given away: bodies become seeded bytes of the same length, equal where they were equal;
 * headers, parameters and texts that the protocol does not need are left out. Paths and session ids stay.
 */
public final class Scrub {

    static final Set<String> PARAMETERS = Set.of("api-version", "session-id", "timeout");
    private static final Set<String> REQUEST_HEADERS = Set.of(
            "content-length",
            "content-range",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "expect",
            "connection");
    private static final Set<String> ANSWER_HEADERS =
            Set.of("content-length", "content-type", "transfer-encoding", "connection", "retry-after", "allow");
    private static final Header HOST = new Header("Host", "scrubbed.invalid");

    private final long seed;
    private final RecordingReader reader;
    private final BodyCopies bodies;

    private Scrub(long seed, RecordingReader reader, BodyCopies bodies) {
        this.seed = seed;
        this.reader = reader;
        this.bodies = bodies;
    }

    /** Writes the recording; one that is there is replaced. Returns how many exchanges it has. */
    public static long scrub(Path from, Path out, long seed, boolean skipDamaged) {
        long exchanges = 0;
        try (RecordingReader reader = RecordingReader.open(from, skipDamaged);
                Recording recording = Recording.create(out)) {
            Scrub scrub = new Scrub(seed, reader, new BodyCopies(recording.bodies()));
            for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
                recording.add(scrub.scrubbed(next.get().exchange()));
                exchanges++;
            }
        }
        return exchanges;
    }

    private Exchange scrubbed(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                exchange.caseId(),
                exchange.connection(),
                exchange.started(),
                request(exchange.request()),
                exchange.answer().map(answer -> answer(answer)),
                exchange.ending(),
                exchange.problem().map(text -> "scrubbed"),
                exchange.sentAfter(),
                exchange.endedAfter(),
                exchange.interim().stream()
                        .map(head -> new Interim(head.status(), "", kept(head.headers(), ANSWER_HEADERS)))
                        .toList());
    }

    private SentRequest request(SentRequest request) {
        ApiRequest api = ApiRequest.of(request.method(), request.target());
        List<Header> headers = new ArrayList<>(List.of(HOST));
        headers.addAll(kept(request.headers(), REQUEST_HEADERS));
        return new SentRequest(
                request.method(),
                target(request.target()),
                headers,
                request.declaredLength(),
                api.verb().equals("Copy") ? bodies.copy(reader, request.body()) : body(request.body()),
                request.whole(),
                request.framing(),
                request.standIn());
    }

    private BodyDigest body(BodyDigest body) {
        if (body.length() == 0) {
            return body;
        }
        long own = seed ^ Long.parseUnsignedLong(body.sha256().substring(0, 16), 16);
        return bodies.put(body.sha256(), body.length(), FileContent.seeded(own, body.length()));
    }

    private static String target(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        String query = Arrays.stream(target.substring(question + 1).split("&", -1))
                .filter(parameter -> PARAMETERS.contains(parameter.split("=", 2)[0].toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("&"));
        return target.substring(0, question) + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<Header> kept(List<Header> headers, Set<String> names) {
        return headers.stream()
                .filter(header -> names.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Descriptions of sessions stay; of an error its code; other texts go. */
    private static Answer answer(Answer answer) {
        String text = answer.text();
        Optional<String> code = FabricError.parse(text).flatMap(FabricError::code);
        boolean sessions = answer.status() == 200
                && !answer.truncated()
                && SessionsAnswer.parse(text).defects().isEmpty();
        byte[] left = sessions
                ? answer.bytes()
                : code.map(c -> "{\"Error\":{\"Code\":\"%s\",\"Message\":\"\"}}"
                                .formatted(c.replaceAll("[^A-Za-z0-9_]", "_"))
                                .getBytes(StandardCharsets.UTF_8))
                        .orElse(new byte[0]);
        return new Answer(answer.status(), "", kept(answer.headers(), ANSWER_HEADERS), BodyDigest.of(left), left);
    }
}
