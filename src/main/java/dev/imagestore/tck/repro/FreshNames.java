package dev.imagestore.tck.repro;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that are fresh at each run of a script: the folder on the target, and the middle of each session id, so that ids
 * that differ in one digit at an end still do. Where a name is written in another form (without hyphens, in capitals), so
 * is the fresh one. Texts come out as words of a shell.
 */
final class FreshNames {

    private static final Pattern GUID =
            Pattern.compile("(?<![0-9a-fA-F])([0-9a-fA-F]{8}-?)([0-9a-fA-F]{4}-?[0-9a-fA-F])"
                    + "([0-9a-fA-F]{3}-?[0-9a-fA-F])([0-9a-fA-F]{3})(-?[0-9a-fA-F]{12})(?![0-9a-fA-F])");

    private final String runFolder;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final StringBuilder definitions = new StringBuilder();

    FreshNames(String runFolder) {
        this.runFolder = runFolder;
    }

    /** The text as one word of a shell, with variables where a name has to be fresh. */
    String word(String text) {
        StringBuilder word = new StringBuilder("\"");
        Matcher guid = GUID.matcher(text);
        int from = 0;
        while (guid.find()) {
            word.append(plain(text.substring(from, guid.start(2))));
            word.append("${").append(variable(guid)).append('}');
            from = guid.end(4);
        }
        return word.append(plain(text.substring(from))).append('"').toString();
    }

    /** Assignments of the variables that the words so far use. */
    String definitions() {
        return definitions.toString();
    }

    private String plain(String text) {
        String escaped = text.replaceAll("[\\\\\"$`]", "\\\\$0");
        return escaped.replace(runFolder, "$RUN");
    }

    /** The digits between which the version and the variant of the id stand stay where they are. */
    private String variable(Matcher guid) {
        String written = guid.group(2) + guid.group(3) + guid.group(4);
        String digits = written.replace("-", "").toLowerCase(Locale.ROOT);
        String base = variables.computeIfAbsent(digits, this::fresh);
        boolean hyphens = written.indexOf('-') >= 0;
        boolean capitals = !written.equals(written.toLowerCase(Locale.ROOT));
        String name = base + (hyphens ? "" : "n") + (capitals ? "C" : "");
        return variables.computeIfAbsent("as " + written, form -> {
            if (!name.equals(base)) {
                definitions.append("%s=$(printf '%%s' \"$%s\"%s%s)%n"
                        .formatted(name, base, hyphens ? "" : " | tr -d -", capitals ? " | tr a-f A-F" : ""));
            }
            return name;
        });
    }

    private String fresh(String digits) {
        String name = "id"
                + (1
                        + variables.values().stream()
                                .filter(v -> v.matches("id\\d+"))
                                .distinct()
                                .count());
        definitions.append("%s=$(hex 4)-%s$(hex 3)-%s$(hex 3)%n".formatted(name, digits.charAt(4), digits.charAt(8)));
        return name;
    }
}
