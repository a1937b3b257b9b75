package dev.imagestore.tck.report;

/** What a target may answer to harm whoever reads the report. */
final class Hostile {

    static final String TEXT = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u0000\r\n# heading\n| a | b |\n```\n"
            + "<script>alert(1)</script> ]]> <!-- & &#1; \"'` **bold** [x](javascript:y) \\| "
            + "\u202e\u2028\uFFFE\uD800 end \uDC00 \uD83D\uDE00";

    private Hostile() {}

    /** Whether the text holds something that acts on whoever shows it. */
    static boolean acts(String text) {
        return text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n')
                        || c == 0x202E
                        || c == 0x2028
                        || c == 0xFFFE
                        || Character.getType(c) == Character.SURROGATE);
    }
}
