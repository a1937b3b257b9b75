package dev.imagestore.tck.report;

/**
 * Makes text harmless that a target may have chosen. Whatever a terminal or a reader could act upon without seeing it
 * (control characters, bidirectional overrides, halves of surrogate pairs) becomes an escape such as {@code \u001b}.
 */
final class Printable {

    private static final String MARKDOWN_STRUCTURE = "\\*_[]~#$";
    private static final String MARKUP = "&<>|`";

    private Printable() {}

    /** One line, line breaks and tabs escaped too. */
    static String line(String text) {
        return visible(text, "");
    }

    /** One line that shows at most {@code limit} characters of the text and says how many it leaves out. */
    static String line(String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return line(text);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, limit));
        return line(start) + "... (" + (length - limit) + " more characters)";
    }

    /** Text of an XML 1.0 document, to be escaped by its writer; keeps line feeds and tabs. */
    static String xml(String text) {
        return visible(text, "\n\t");
    }

    /** A whole JSON document that means the same and can be shown as it is: escapes stand only within its strings. */
    static String json(String document) {
        return visible(document, "\n");
    }

    /** One line that Markdown shows literally, in a table too. */
    static String markdown(String text) {
        return escaped(line(text));
    }

    static String markdown(String text, int limit) {
        return escaped(line(text, limit));
    }

    private static String escaped(String line) {
        StringBuilder out = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            if (MARKUP.indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else if (MARKDOWN_STRUCTURE.indexOf(c) >= 0) {
                out.append('\\').appendCodePoint(c);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String visible(String text, String kept) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (printable(c) || kept.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else {
                escape(c, out);
            }
        });
        return out.toString();
    }

    private static boolean printable(int c) {
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE;
        return !nonCharacter
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.SURROGATE -> false;
                    default -> true;
                };
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u%04x".formatted((int) unit));
                }
            }
        }
    }
}
