package dev.imagestore.tck.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Requests on their way that put a file somewhere. Of two at once, one below the other, a store with folders takes one. */
final class NestedFiles {

    private final Map<Long, String> open = new HashMap<>();
    private final Set<Long> met = new HashSet<>();

    void begin(long number, String path) {
        open.forEach((other, there) -> {
            if (there.startsWith(path + "/") || path.startsWith(there + "/")) {
                met.add(other);
                met.add(number);
            }
        });
        open.put(number, path);
    }

    void end(long number) {
        open.remove(number);
        met.remove(number);
    }

    /** Whether it overlapped with one above or below its path. */
    boolean met(long number) {
        return met.contains(number);
    }
}
