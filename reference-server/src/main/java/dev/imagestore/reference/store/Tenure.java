package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that one server holds a data folder.
 *
 * @param number how many servers, this one included, have been started on the folder
 * @param boot the run of the operating system, as it names itself; empty if it does not
 * @param flushed whether the server ended in order and left nothing in the page cache
 */
record Tenure(long number, String boot, boolean flushed) {

    private static final Pattern FORM = Pattern.compile("start (\\d{1,9})\\nboot (\\S*)\\nflushed (yes|no)\\n");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int BITS_OF_A_SERIAL = 32;

    /** The operating system's name for its present run. */
    static String thisBoot() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return ""; // not Linux
        }
    }

    /** @throws IllegalArgumentException if the text is none */
    static Tenure parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a tenure: " + text);
        }
        return new Tenure(
                Long.parseLong(form.group(1)), form.group(2), form.group(3).equals("yes"));
    }

    Tenure next(String nextBoot) {
        return new Tenure(number + 1, nextBoot, false);
    }

    Tenure ended() {
        return new Tenure(number, boot, true);
    }

    /** Whether what was written is still there, though it may never have been flushed. */
    boolean survives(String laterBoot) {
        return flushed || (!boot.isEmpty() && boot.equals(laterBoot));
    }

    /** Below every serial of this tenure, and above those of the earlier ones. */
    long serialsAfter() {
        return number << BITS_OF_A_SERIAL;
    }

    String text() {
        return "start " + number + "\nboot " + boot + "\nflushed " + (flushed ? "yes" : "no") + "\n";
    }
}
