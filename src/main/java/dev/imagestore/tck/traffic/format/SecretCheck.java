package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.RecordingReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what seems to be a secret in a recording: in heads and in answers, not in uploaded bodies. */
public final class SecretCheck {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(authorization|cookie|token|secret|password|passwd|api-?key|signature|credential).*|sig|key|code");
    private static final Pattern VALUE =
            Pattern.compile("(?i)(?:bearer|basic|digest|negotiate)\\s+[A-Za-z0-9+/=._~-]{8,}"
                    + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"
                    + "|AKIA[0-9A-Z]{16}"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY"
                    + "|[a-z][a-z0-9+.-]*://[^/\\s:@\"]+:[^/\\s@\"]+@");
    private static final String REDACTED = "***";

    private SecretCheck() {}

    /** What was found, each with its line and without the secret. */
    public static List<String> check(Path recording) {
        List<String> found = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(recording, false)) {
            for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
                long line = next.get().line();
                suspicious(next.get().exchange()).forEach(what -> found.add("line %d: %s".formatted(line, what)));
            }
        }
        return found;
    }

    private static Stream<String> suspicious(Exchange exchange) {
        List<Header> headers = new ArrayList<>(exchange.request().headers());
        exchange.answer().map(Answer::headers).ifPresent(headers::addAll);
        exchange.interim().forEach(head -> headers.addAll(head.headers()));
        Stream<String> inHeaders = headers.stream()
                .filter(h -> !h.value().equals(REDACTED))
                .filter(h -> NAME.matcher(h.name()).matches()
                        || VALUE.matcher(h.value()).find())
                .map(h -> "the header " + h.name());
        return Stream.of(inHeaders, inQuery(exchange.request().target()), inAnswer(exchange))
                .flatMap(s -> s);
    }

    private static Stream<String> inQuery(String target) {
        int question = target.indexOf('?');
        Stream<String> parameters = question < 0
                ? Stream.empty()
                : Arrays.stream(target.substring(question + 1).split("&", -1))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .filter(name -> !Scrub.PARAMETERS.contains(name.toLowerCase(Locale.ROOT)))
                        .filter(name -> NAME.matcher(name).matches())
                        .map(name -> "the parameter " + name);
        return VALUE.matcher(target).find() ? Stream.concat(parameters, Stream.of("the target")) : parameters;
    }

    private static Stream<String> inAnswer(Exchange exchange) {
        return exchange
                .answer()
                .map(Answer::text)
                .filter(text -> VALUE.matcher(text).find())
                .map(t -> "the answer")
                .stream();
    }
}
