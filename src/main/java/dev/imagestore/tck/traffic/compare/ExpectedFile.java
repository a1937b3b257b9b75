package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.subject.FileContent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file put together from the bodies of a recording, none of it held.
 *
 * @param choice which of several possible sources of a segment to take
 */
record ExpectedFile(Content.File file, Bodies bodies, int choice) implements FileContent {

    /** The file, and where chunks overlap once more with the other chunks' bytes. */
    static List<ExpectedFile> choices(Content.File file, Bodies bodies) {
        int most =
                file.segments().stream().mapToInt(s -> s.sources().size()).max().orElse(1);
        List<ExpectedFile> choices = new ArrayList<>();
        for (int choice = 0; choice < Math.max(1, most); choice++) {
            choices.add(new ExpectedFile(file, bodies, choice));
        }
        return choices;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void read(long position, ByteBuffer into) {
        int end = into.limit();
        long at = position;
        int index = segmentAt(position);
        while (into.position() < end) {
            if (index >= file.segments().size()) {
                throw new IllegalArgumentException("position " + at + " is beyond the file");
            }
            Content.Segment segment = file.segments().get(index++);
            Content.Source source =
                    segment.sources().get(Math.min(choice, segment.sources().size() - 1));
            int length = (int) Math.min(end - into.position(), segment.range().last() + 1 - at);
            into.limit(into.position() + length);
            bodies.read(source.source(), source.offset() + at - segment.range().first(), into);
            into.limit(end);
            at += length;
        }
    }

    private int segmentAt(long position) {
        int low = 0;
        int high = file.segments().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (file.segments().get(middle).range().last() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where segments begin, in ascending order, and the end. */
    long[] borders() {
        long[] borders = new long[file.segments().size() + 1];
        for (int i = 0; i < borders.length - 1; i++) {
            borders[i] = file.segments().get(i).range().first();
        }
        borders[borders.length - 1] = file.length();
        return borders;
    }
}
