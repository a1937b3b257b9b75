package dev.imagestore.reference.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Two spellings of a path are two paths for sessions and one for published files, the way the real store has it. Empty
 * segments and those of dots between slashes are resolved before, as its HTTP stack does; blanks around a path belong to
 * its spelling alone.
 */
public final class RawPaths implements PathParser {

    @Override
    public ContentPath parse(String text) {
        List<String> segments = ContentPath.of(withoutOuterBlanks(text)).segments();
        List<String> spelt = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            if (segment.equals("..") && !spelt.isEmpty()) {
                spelt.remove(spelt.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                spelt.add(segment);
            }
        }
        return new ContentPath(segments, String.join("/", spelt));
    }

    private static String withoutOuterBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
