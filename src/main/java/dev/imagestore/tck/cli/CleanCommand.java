package dev.imagestore.tck.cli;

import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.conformance.CleanUp;
import dev.imagestore.tck.conformance.OpenSession;
import dev.imagestore.tck.conformance.RunTraces;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.SubjectSettings;
import dev.imagestore.tck.subject.TargetUnreachableException;
import dev.imagestore.tck.wire.Endpoint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clean}: removes what a run has left behind, by operations that the target claims. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Removes what a run that was killed, or was to keep its files, has left on a target.",
            "",
            "Open sessions are found in the recording of the run, below the folder of its reports."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing of the run is left, as far as that can be seen",
            "1:something could not be removed; it is listed",
            "2:an option that cannot be meant",
            "3:target unreachable",
            "5:an error of the suite"
        })
public final class CleanCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final int SOMETHING_LEFT = 1;
    private static final int UNREACHABLE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private ClaimOptions claim = new ClaimOptions();

    @Option(names = "--run", paramLabel = "ID", required = true, description = "run.id of its report")
    private String run = "";

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "where the run has written its reports (${DEFAULT-VALUE}/)")
    private Path reports = Path.of("reports");

    @Option(names = "--config", paramLabel = "FILE", description = "YAML with the names of options as keys")
    @SuppressWarnings("UnusedVariable") // it has to be known before the others are parsed: Defaults reads it
    private Path config = Path.of("");

    @Override
    public Integer call() {
        Endpoint endpoint = target.needed();
        if (!ID.matcher(run).matches()) {
            throw new UsageException(
                    "--run \"%s\" is no id of a run; expected run.id of its report, such as 0a1b2c3d".formatted(run));
        }
        PrintWriter out = spec.commandLine().getOut();
        Values.checked(target.tls()::check);
        try (Recording nothing = Recording.discarding();
                Subject subject = Subject.open(settings(endpoint), nothing)) {
            List<String> left = left(new CleanUp(subject), out);
            left.forEach(one -> out.println("left behind: " + one));
            if (left.isEmpty()) {
                out.println("nothing is left of run " + run);
            }
            return left.isEmpty() ? 0 : SOMETHING_LEFT;
        } catch (TargetUnreachableException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return UNREACHABLE;
        } finally {
            out.flush();
        }
    }

    private List<String> left(CleanUp cleanUp, PrintWriter out) {
        String folder = "tck-" + run;
        List<String> left = new ArrayList<>();
        Optional<List<OpenSession>> sessions = RunTraces.sessions(reports.resolve("exchanges"), folder);
        if (sessions.isEmpty()) {
            out.println("no recording of the run in %s: open sessions of it stay until they expire".formatted(reports));
        } else if (cleanUp.endsSessions()) {
            cleanUp.sessions(sessions.get()).forEach(session -> left.add(session.toString()));
        } else {
            left.add("up to %d upload sessions (delete-session is not claimed)"
                    .formatted(sessions.get().size()));
        }
        if (!cleanUp.folder(folder)) {
            left.add(folder + "/");
        }
        return left;
    }

    private SubjectSettings settings(Endpoint endpoint) {
        return new SubjectSettings(
                endpoint,
                claim.operations(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requests.headers(),
                "imagestore-tck/" + SuiteIdentity.version(),
                requests.timeout(),
                claim.waitForTarget(),
                target.tls());
    }
}
