package dev.imagestore.tck.repro;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code run.sh}: the requests of a case with curl, then the check that failed. It exits with 1 while the defect is there,
 * with 0 when it is gone and with 2 when it cannot tell.
 */
final class RunScript {

    private final Reproduction reproduction;
    private final Surroundings surroundings;
    private final FreshNames names;
    private final RequestLine requests;
    private final CheckLine checks;
    private final List<String> lines = new ArrayList<>();

    RunScript(Reproduction reproduction, Surroundings surroundings) {
        this.reproduction = reproduction;
        this.surroundings = surroundings;
        this.names = new FreshNames(surroundings.runFolder());
        this.requests = new RequestLine(names, surroundings);
        this.checks = new CheckLine(names);
        requests();
        check();
    }

    /** The files that the script sends, by name. */
    Map<String, BodyDigest> bodies() {
        return requests.bodies();
    }

    /** @param prelude the functions that every script uses */
    String text(String prelude) {
        List<String> script = new ArrayList<>();
        script.add("#!/usr/bin/env bash");
        comment(reproduction.caseId(), script);
        comment(reproduction.requirement(), script);
        comment(
                "Exits with 1 while the defect is there, with 0 when it is fixed, with 2 when that cannot be told.",
                script);
        comment("Usage: run.sh [URL of the target]; CONTENT=TEMPLATE says where stored bytes can be read.", script);
        script.add("TARGET=${1:-${TARGET:-" + names.word(surroundings.target()) + "}}");
        script.add("TARGET=${TARGET%/}");
        script.add("[ -n \"${CONTENT:-}\" ] || CONTENT=" + content());
        script.add("patience=${PATIENCE:-10}");
        script.add("expected=" + quoted(reproduction.expected()));
        script.add("case=" + quoted(reproduction.caseId()));
        script.add("checked=" + CheckLine.exchange(reproduction.proof()));
        script.add("");
        script.add(prelude.strip());
        script.add("");
        script.add(names.definitions().strip());
        script.addAll(secrets());
        script.addAll(lines);
        return String.join("\n", script) + "\n";
    }

    private static void comment(String text, List<String> script) {
        script.add("# " + text.replaceAll("\\p{C}+", " "));
    }

    private String content() {
        String template = surroundings.content().orElse("");
        String target = surroundings.target();
        return template.startsWith(target)
                ? "$TARGET" + names.word(template.substring(target.length()))
                : names.word(template);
    }

    private List<String> secrets() {
        List<String> masked = reproduction.exchanges().stream()
                .flatMap(e -> e.request().headers().stream())
                .filter(h -> h.value().contains(RequestLine.MASK))
                .map(Header::name)
                .distinct()
                .toList();
        return masked.isEmpty()
                ? List.of()
                : List.of("secrets " + masked.stream().map(RunScript::quoted).collect(Collectors.joining(" ")));
    }

    /** Requests that were in flight together are so again. */
    private void requests() {
        List<Exchange> sent = withoutRepeats();
        int at = 0;
        while (at < sent.size()) {
            int next = at + 1;
            Instant ended = ended(sent.get(at));
            while (next < sent.size() && sent.get(next).started().isBefore(ended)) {
                ended = ended(sent.get(next)).isAfter(ended) ? ended(sent.get(next)) : ended;
                next++;
            }
            together(sent.subList(at, next));
            at = next;
        }
    }

    private void together(List<Exchange> group) {
        for (Exchange exchange : group) {
            checks.snapshot("before", exchange.number(), reproduction.proof()).ifPresent(lines::add);
            lines.add(requests.of(exchange, insisted(exchange)) + (group.size() > 1 ? " &" : ""));
        }
        if (group.size() > 1) {
            lines.add("wait");
        }
        for (Exchange exchange : group) {
            String status = exchange.status().isPresent()
                    ? String.valueOf(exchange.status().getAsInt())
                    : "no answer";
            lines.add("was %d %s %s".formatted(exchange.number(), quoted(status), quoted(title(exchange.request()))));
            checks.snapshot("after", exchange.number(), reproduction.proof()).ifPresent(lines::add);
        }
    }

    /** A request that was refused and sent again right away is one that the client insisted on. */
    private List<Exchange> withoutRepeats() {
        List<Exchange> sorted = reproduction.exchanges().stream()
                .sorted(java.util.Comparator.comparing(Exchange::number))
                .toList();
        List<Exchange> kept = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean again = i + 1 < sorted.size()
                    && sorted.get(i).status().orElse(0) >= 400
                    && same(sorted.get(i).request(), sorted.get(i + 1).request());
            if (!again) {
                kept.add(sorted.get(i));
            }
        }
        return kept;
    }

    private static boolean same(SentRequest one, SentRequest other) {
        return one.method().equals(other.method())
                && one.target().equals(other.target())
                && one.headers().equals(other.headers())
                && one.body().equals(other.body())
                && !one.method().equals("GET");
    }

    private boolean insisted(Exchange exchange) {
        return reproduction.exchanges().stream()
                        .anyMatch(e -> e.number() < exchange.number()
                                && e.status().orElse(0) >= 400
                                && same(e.request(), exchange.request()))
                && exchange.status().orElse(0) / 100 == 2;
    }

    private void check() {
        lines.add("");
        lines.add(reproduction
                .proof()
                .map(checks::of)
                .orElseGet(() -> "undecided "
                        + quoted("no check outside the suite; expected %s; observed when recorded: %s"
                                .formatted(reproduction.expected(), reproduction.observed()))));
        lines.add("verdict");
    }

    private static Instant ended(Exchange exchange) {
        return exchange.started().plus(exchange.endedAfter());
    }

    private static String title(SentRequest request) {
        int query = request.target().indexOf('?');
        String path = query < 0 ? request.target() : request.target().substring(0, query);
        String operation = path.substring(path.lastIndexOf('/') + 1);
        Optional<String> range = request.headers().stream()
                .filter(h -> h.isNamed("Content-Range"))
                .map(Header::value)
                .findFirst();
        return request.method() + " " + operation + range.map(r -> " " + r).orElse("");
    }

    /** One word that a shell takes literally, on one line. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{C}+", " ").replace("'", "'\\''") + "'";
    }
}
