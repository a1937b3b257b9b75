package dev.imagestore.tck.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Spares a process that is over in seconds the optimising compiler. On two cores it takes half of what a run takes, for code
 * that is not run often enough to repay it; the figures are in {@code bench/RESULTS.md}. The few loops over each byte keep it.
 */
final class ShortLived {

    private static final String DIRECTIVES = """
            [{match: ["sun/security/*.*", "com/sun/crypto/*.*", "java/math/*.*", "dev/imagestore/tck/subject/FileContent*.*"],
              c2: {Exclude: false}},
             {match: "*.*", c2: {Exclude: true}}]
            """;

    private static boolean own;

    private ShortLived() {}

    /** Whether nothing else runs in this process; one that is shared is left as it is. */
    static void ownProcess(boolean is) {
        own = is;
    }

    /** Asks the virtual machine, once for the process; one that does not know the request goes on as it would. */
    static void spareOptimiser() {
        if (!own) {
            return;
        }
        try {
            Path directives = Files.createTempFile("imagestore-tck-", ".json");
            try {
                Files.writeString(directives, DIRECTIVES);
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {directives.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(directives);
            }
        } catch (IOException | JMException e) {
            // slower, and nothing else
        }
    }
}
