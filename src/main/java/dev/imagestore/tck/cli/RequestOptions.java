package dev.imagestore.tck.cli;

import dev.imagestore.tck.exchange.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what goes with every request, and how long its answer may take. */
final class RequestOptions {

    @Option(
            names = "--header",
            paramLabel = "K:V",
            description = {
                "goes with every request; its value is a secret that no report and no log shows;",
                "@FILE: such lines of a file"
            })
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "10s",
            defaultValue = "10s",
            description = "patience for one answer (${DEFAULT-VALUE})")
    private String timeout = "";

    List<Header> headers() {
        return Values.headers(headers);
    }

    Duration timeout() {
        return Values.of("--timeout", timeout, Durations::parse);
    }
}
