package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.Nearest;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.ReplayReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules for differences that do not count: a requirement ({@code PUT-04}, {@code QRY-*}), a kind ({@code code}), or both
 * ({@code status:QRY-05}). What a rule hides is counted and shown.
 */
public final class Ignoring {

    private static final Pattern REQUIREMENT = Pattern.compile("[A-Z]{2,4}-(\\d{2}|\\*)");

    private record Rule(String text, Optional<Difference.Kind> kind, Optional<String> requirement) {

        static Rule parse(String text) {
            int colon = text.indexOf(':');
            String first = colon < 0 ? text : text.substring(0, colon);
            Optional<Difference.Kind> kind = Arrays.stream(Difference.Kind.values())
                    .filter(k -> k.word().equals(first))
                    .findFirst();
            String id = colon < 0 ? kind.isPresent() ? "" : first : text.substring(colon + 1);
            boolean known = colon < 0 || kind.isPresent();
            if (!known || (!id.isEmpty() && !REQUIREMENT.matcher(id).matches())) {
                throw new UsageException(
                        ("--ignore: \"%s\" is no rule; expected a requirement such as PUT-04 or QRY-*, a kind, "
                                        + "or KIND:REQUIREMENT; the nearest kinds are %s")
                                .formatted(text, Nearest.to(first, kinds())));
            }
            return new Rule(text, kind, id.isEmpty() ? Optional.empty() : Optional.of(id));
        }

        private static List<String> kinds() {
            return Arrays.stream(Difference.Kind.values())
                    .map(Difference.Kind::word)
                    .toList();
        }

        boolean hides(Difference difference) {
            return kind.map(k -> k == difference.kind()).orElse(true)
                    && requirement
                            .map(id -> matches(id, difference.requirement()))
                            .orElse(true);
        }

        private static boolean matches(String id, String requirement) {
            return id.endsWith("*") ? requirement.startsWith(id.substring(0, id.length() - 1)) : requirement.equals(id);
        }
    }

    private final Map<Rule, Long> hidden = new LinkedHashMap<>();
    private final Map<Rule, String> first = new LinkedHashMap<>();

    /** @throws UsageException when one is no rule */
    public Ignoring(List<String> rules) {
        rules.forEach(text -> hidden.put(Rule.parse(text), 0L));
    }

    /** Whether a rule hides it; the first one that does counts it. */
    boolean hides(Difference difference) {
        for (Rule rule : hidden.keySet()) {
            if (rule.hides(difference)) {
                hidden.merge(rule, 1L, Long::sum);
                first.putIfAbsent(
                        rule,
                        "%s %s: expected %s, observed %s"
                                .formatted(
                                        difference.requirement(),
                                        difference.request(),
                                        difference.expected(),
                                        difference.observed()));
                return true;
            }
        }
        return false;
    }

    /** What each rule hid. */
    public List<ReplayReport.Ignored> report() {
        List<ReplayReport.Ignored> report = new ArrayList<>();
        hidden.forEach((rule, count) ->
                report.add(new ReplayReport.Ignored(rule.text(), count, first.getOrDefault(rule, ""))));
        return report;
    }
}
