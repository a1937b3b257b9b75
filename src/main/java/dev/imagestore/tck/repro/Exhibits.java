package dev.imagestore.tck.repro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.protocol.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes evidence of reproductions. Bodies are named by length and digest, with the octets at their ends. */
public final class Exhibits {

    private static final int STEPS = 12;
    private static final int ENDS = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final Surroundings surroundings;

    public Exhibits(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The evidence of that case. */
    public Evidence of(Reproduction reproduction) {
        List<Exchange> all = reproduction.exchanges();
        int earlier = Math.max(0, all.size() - STEPS);
        Instant start = all.isEmpty() ? Instant.EPOCH : all.get(0).started();
        long decisive = decisive(reproduction);
        return new Evidence(
                reproduction.caseId(),
                Reproduction.folder(reproduction.caseId()),
                all.stream()
                        .skip(earlier)
                        .map(e -> step(e, start, e.number() == decisive))
                        .toList(),
                earlier,
                new SessionBars(reproduction).bars());
    }

    private static long decisive(Reproduction reproduction) {
        String checked = CheckLine.exchange(reproduction.proof());
        List<Exchange> all = reproduction.exchanges();
        return reproduction.proof().isPresent() && !checked.equals("none")
                ? Long.parseLong(checked)
                : all.isEmpty() ? -1 : all.get(all.size() - 1).number();
    }

    private Evidence.Step step(Exchange exchange, Instant start, boolean decisive) {
        SentRequest request = exchange.request();
        return new Evidence.Step(
                exchange.number(),
                Duration.between(start, exchange.started()).toMillis(),
                exchange.endedAfter().toMillis(),
                request.method(),
                request.target(),
                fields(request.headers(), decisive),
                sent(request),
                status(exchange),
                fields(exchange.answer().map(Answer::headers).orElse(List.of()), false),
                exchange.answer().map(Exhibits::received).orElse(""),
                decisive,
                curl(request));
    }

    private static List<Evidence.Field> fields(List<Header> headers, boolean decisive) {
        return headers.stream()
                .map(h -> new Evidence.Field(h.name(), h.value(), decisive && h.isNamed("Content-Range")))
                .toList();
    }

    private static String status(Exchange exchange) {
        String ending = exchange.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return exchange.answer()
                .map(a -> (a.status() + " " + a.reason()).strip()
                        + (exchange.answered() ? "" : ", not whole (" + ending + ")"))
                .orElse("no answer (" + ending + ")");
    }

    private String sent(SentRequest request) {
        BodyDigest body = request.body();
        if (body.length() == 0) {
            return "";
        }
        Path file = surroundings.bodies().resolve(body.sha256());
        return named(body) + (Files.exists(file) ? ends(file, body.length()) : "");
    }

    private static String received(Answer answer) {
        if (answer.body().length() == 0) {
            return "";
        }
        byte[] kept = answer.bytes();
        return named(answer.body()) + (answer.truncated() ? first(kept) : ends(kept, kept));
    }

    private static String named(BodyDigest body) {
        return "%d bytes, SHA-256 %s".formatted(body.length(), body.sha256());
    }

    private static String ends(Path file, long length) {
        try (FileChannel channel = FileChannel.open(file)) {
            byte[] first = new byte[(int) Math.min(ENDS, length)];
            byte[] last = first.clone();
            channel.read(ByteBuffer.wrap(first), 0);
            channel.read(ByteBuffer.wrap(last), length - last.length);
            return ends(first, last);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The first octets of the one and the last of the other. */
    private static String ends(byte[] first, byte[] last) {
        return first(first) + "\nlast bytes  " + shown(last, Math.max(0, last.length - ENDS), last.length);
    }

    private static String first(byte[] octets) {
        return "\nfirst bytes " + shown(octets, 0, Math.min(ENDS, octets.length));
    }

    /** In hexadecimal, and as ASCII. */
    private static String shown(byte[] octets, int from, int to) {
        return HEX.formatHex(octets, from, to)
                + "  "
                + new String(octets, from, to - from, US_ASCII).replaceAll("[^ -~]", ".");
    }

    private String curl(SentRequest request) {
        Stream<String> fields = RequestLine.fields(request).flatMap(h -> Stream.of("-H", literal(curlField(h))));
        Stream<String> body = request.body().length() == 0
                ? Stream.empty()
                : Stream.of(
                        "--data-binary", "@exchanges/bodies/" + request.body().sha256());
        String url = surroundings.origin() + request.target();
        return Stream.of(Stream.of("curl", "-i", "-g", "-X", request.method(), literal(url)), fields, body)
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    private static String curlField(Header header) {
        return header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static Optional<Expectation> innermost(Optional<Expectation> proof) {
        return proof.map(p -> p instanceof Expectation.RefusedOr either ? either.otherwise() : p);
    }
}
