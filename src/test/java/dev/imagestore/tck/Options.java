package dev.imagestore.tck;

import dev.imagestore.tck.cli.VerifyCommand;
import dev.imagestore.tck.subject.BundledServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options for tests, put together as a user would on the command line, with one seed: cases come in the same order. */
final class Options {

    private final List<String> arguments = new ArrayList<>();

    private Options(String target) {
        with("--target", target).with("--runtime-version", BundledServer.RUNTIME_VERSION);
        seed(1);
    }

    static Options against(String target) {
        return new Options(target);
    }

    /** With all the instruments that the bundled server has. */
    static Options bundled(BundledServer server) {
        return against(server.url())
                .content(server.url() + "/_content/{path}")
                .with("--clock", server.url() + "/_clock?advance={seconds}");
    }

    Options content(String template) {
        return with("--content", template);
    }

    Options seed(long seed) {
        return with("--seed", String.valueOf(seed));
    }

    Options reports(Path folder) {
        return with("--reports", folder.toString());
    }

    /** The last value counts. */
    Options with(String option, String value) {
        arguments.removeIf(argument -> argument.startsWith(option + "="));
        arguments.add(option + "=" + value);
        return this;
    }

    TckOptions build() {
        return VerifyCommand.parse(arguments.toArray(String[]::new));
    }
}
