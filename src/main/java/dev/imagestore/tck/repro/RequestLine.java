package dev.imagestore.tck.repro;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as a call of the prelude's functions, which is curl's command line but for its start. */
final class RequestLine {

    /** In place of a secret. */
    static final String MASK = "***";

    private static final String JSON = "application/json";

    private final FreshNames names;
    private final Surroundings surroundings;
    private final Map<BodyDigest, String> bodies = new LinkedHashMap<>();

    RequestLine(FreshNames names, Surroundings surroundings) {
        this.names = names;
        this.surroundings = surroundings;
    }

    /** The files that the requests so far send, by name. */
    Map<String, BodyDigest> bodies() {
        Map<String, BodyDigest> files = new LinkedHashMap<>();
        bodies.forEach((body, name) -> files.put(name, body));
        return files;
    }

    /** @param insisted whether the client sent it again until it was accepted */
    String of(Exchange exchange, boolean insisted) {
        SentRequest request = exchange.request();
        String target = request.target().substring(surroundings.basePath().length());
        boolean framed = request.headers().stream().anyMatch(h -> h.isNamed("Transfer-Encoding"));
        String command = framed ? "raw" : exchange.ending() == Ending.CUT ? "cut_off" : insisted ? "insist" : "send";
        String start = "%s %d %s %s".formatted(command, exchange.number(), request.method(), names.word(target));
        Stream<String> rest = framed
                ? Stream.concat(Stream.of(file(request.body())), fields(request).map(h -> field(h, ": ")))
                : Stream.concat(fields(request).flatMap(h -> Stream.of("-H", curlField(h))), data(request));
        return Stream.concat(Stream.of(start), rest).collect(Collectors.joining(" "));
    }

    private Stream<String> data(SentRequest request) {
        if (request.body().length() == 0) {
            return Stream.empty();
        }
        if (request.headers().stream()
                .anyMatch(h -> h.isNamed("Content-Type") && h.value().equals(JSON))) {
            return Stream.of("--data-binary", names.word(text(request.body())));
        }
        boolean typed = request.headers().stream().anyMatch(h -> h.isNamed("Content-Type"));
        return Stream.concat(
                typed ? Stream.empty() : Stream.of("-H", "'Content-Type:'"),
                Stream.of("--data-binary", "@" + file(request.body())));
    }

    /** It may speak of names that have to be fresh. */
    private String text(BodyDigest body) {
        Path file = surroundings.bodies().resolve(body.sha256());
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private String file(BodyDigest body) {
        return body.length() == 0
                ? "/dev/null"
                : "\"$here/" + bodies.computeIfAbsent(body, b -> "chunk-%d.bin".formatted(bodies.size() + 1)) + "\"";
    }

    /** What curl would not send of itself; the length only where it is not that of the body. */
    static Stream<Header> fields(SentRequest request) {
        return request.headers().stream()
                .filter(h -> !h.isNamed("Host")
                        && !h.isNamed("User-Agent")
                        && !h.value().contains(MASK))
                .filter(h -> !h.isNamed("Content-Length")
                        || request.body().length() == 0
                        || !h.value().equals(String.valueOf(request.body().length())));
    }

    private String curlField(Header header) {
        return header.value().isEmpty() ? field(new Header(header.name() + ";", ""), "") : field(header, ": ");
    }

    /** Octets that a script in ASCII cannot hold are written as escapes. */
    private String field(Header header, String separator) {
        String field = header.name() + separator + header.value();
        if (field.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            return names.word(field);
        }
        return field.chars()
                .mapToObj(c -> c == '\'' || c == '\\' || c < 0x20 || c >= 0x7F
                        ? "\\x%02x".formatted(c & 0xFF)
                        : String.valueOf((char) c))
                .collect(Collectors.joining("", "$'", "'"));
    }
}
