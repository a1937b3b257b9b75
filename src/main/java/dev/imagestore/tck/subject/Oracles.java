package dev.imagestore.tck.subject;

import dev.imagestore.tck.wire.Tls;
import java.time.Duration;

/** The content oracles that a user can name. */
public final class Oracles {

    private static final String DIR = "dir:";
    private static final String EXEC = "exec:";

    private Oracles() {}

    /**
     * The oracle of a template: {@code http://host/raw/{path}}, {@code dir:PATH} or {@code exec:PROGRAM ARG {path}}.
     *
     * @throws IllegalArgumentException when the template has another form, or cannot work
     */
    public static ByteOracle of(String template, Duration timeout, Tls tls) {
        if (template.startsWith(DIR)) {
            return DirOracle.of(template.substring(DIR.length()));
        }
        return template.startsWith(EXEC)
                ? ExecOracle.of(template.substring(EXEC.length()), timeout)
                : new HttpOracle(template, timeout, tls);
    }
}
