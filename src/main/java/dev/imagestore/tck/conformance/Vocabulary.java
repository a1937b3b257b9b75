package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.List;

/** Turns the words of the features into values. */
public final class Vocabulary {

    /** {@code 0-9}, {@code 0-9, 20-29}, {@code 0-9 and 20-29} or {@code none}, in the order in which they stand. */
    @ParameterType("none|\\d+-\\d+(?:(?:, | and )\\d+-\\d+)*")
    public Ranges ranges(String text) {
        if (text.equals("none")) {
            return new Ranges(List.of());
        }
        return new Ranges(
                Arrays.stream(text.split(", | and ")).map(ByteRange::parse).toList());
    }

    /** {@code 100 bytes} or {@code 4 MiB}, in bytes. */
    @ParameterType("\\d+ (?:bytes?|[KMGTPE]iB)")
    public Long size(String text) {
        return Sizes.parse(text);
    }

    /** {@code 1, 2, 3 bytes}, in bytes. */
    @ParameterType("(?:\\d+, )*\\d+ (?:bytes?|[KMGTPE]iB)")
    public ChunkSizes sizes(String text) {
        int unit = text.lastIndexOf(' ');
        return new ChunkSizes(Arrays.stream(text.substring(0, unit).split(", "))
                .map(number -> Sizes.parse(number + text.substring(unit)))
                .toList());
    }

    /** An order of chunks. */
    @ParameterType("in order|in reverse|last one first|first one last|odd before even|shuffled")
    public String order(String text) {
        return text;
    }

    /** A value as it goes on the wire; {@code \s} is a space and {@code \t} a tab, which tables cannot hold at an end. */
    @ParameterType("\"([^\"]*)\"")
    public String raw(String text) {
        return text.replace("\\s", " ").replace("\\t", "\t");
    }

    /** An answer to the number: {@code 200}, {@code 400 RANGE}, {@code 400 or 416}; of several any will do. */
    @ParameterType("\\d{3}(?: [A-Z][A-Za-z_]+)?(?: or \\d{3}(?: [A-Z][A-Za-z_]+)?)*")
    public Answers answer(String text) {
        return new Answers(StatedAnswer.parse(text));
    }

    /** Ranges in the order in which they stand. */
    public record Ranges(List<ByteRange> list) {
        RangeSet set() {
            return new RangeSet(list);
        }

        /** The one range that stands there. */
        ByteRange only() {
            if (list.size() != 1) {
                throw new IllegalArgumentException("one range was expected, not " + set());
            }
            return list.get(0);
        }
    }

    /** Sizes of chunks, in bytes. */
    public record ChunkSizes(List<Long> list) {}

    /** Answers of which any will do. */
    public record Answers(StatedAnswer stated) {}
}
