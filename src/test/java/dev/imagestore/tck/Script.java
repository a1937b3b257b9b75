package dev.imagestore.tck;

import dev.imagestore.tck.repro.Reproduction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The script that reproduces a failed case. */
final class Script {

    private Script() {}

    /** What the script of that case printed, and how it ended. */
    static String run(Path reports, String caseId, String target) throws IOException, InterruptedException {
        Path script =
                reports.resolve("repro").resolve(Reproduction.folder(caseId)).resolve("run.sh");
        ProcessBuilder command = new ProcessBuilder(script.toString(), target).redirectErrorStream(true);
        command.environment().put("CONTENT", target + "/_content/{path}");
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }
}
