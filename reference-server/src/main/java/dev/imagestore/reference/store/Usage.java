package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.file.Path;

/** How many files there are, and how many bytes they have. */
public record Usage(long bytes, long files) {

    static Usage below(Path folder) throws IOException {
        long[] sums = new long[2];
        Tree.walk(folder, (file, attributes) -> {
            if (attributes.isRegularFile()) {
                sums[0] += attributes.size();
                sums[1]++;
            }
        });
        return new Usage(sums[0], sums[1]);
    }
}
