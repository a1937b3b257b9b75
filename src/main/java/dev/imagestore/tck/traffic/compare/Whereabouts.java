package dev.imagestore.tck.traffic.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds where in a file bytes come from that are at another place. Each block of the file is known by a hash; a window
 * that rolls over the bytes in question meets one of them, however far they were shifted.
 */
final class Whereabouts {

    private static final int BLOCKS = 1 << 16;
    private static final int SHORTEST = 8;
    private static final long BASE = 0x100000001B3L;

    private final Window file;
    private final int block;
    private final long outgoing;
    private final Map<Long, Long> positions = new HashMap<>();

    Whereabouts(Window file) {
        this.file = file;
        this.block = (int) Math.max(SHORTEST, file.length() / BLOCKS);
        long power = 1;
        for (int i = 1; i < block; i++) {
            power *= BASE;
        }
        this.outgoing = power;
        for (long at = 0; at + block <= file.length(); at += block) {
            positions.putIfAbsent(hash(file, at), at);
        }
    }

    private long hash(Window window, long from) {
        long hash = 0;
        for (long at = from; at < from + block; at++) {
            hash = hash * BASE + (window.at(at) & 0xFF);
        }
        return hash;
    }

    /** Where in the file the bytes of {@code stored} from there on are, if at least a block of them is; not at their own place. */
    OptionalLong of(Window stored, long from, long last) {
        if (from + block > stored.length() || from + block - 1 > last) {
            return OptionalLong.empty();
        }
        long hash = hash(stored, from);
        for (long at = from; at < from + block; at++) {
            Long found = positions.get(hash);
            if (found != null && found - (at - from) >= 0 && found != at) {
                long begin = found - (at - from);
                if (same(stored, from, begin, at - from + block)) {
                    return OptionalLong.of(begin);
                }
            }
            if (at + block >= stored.length() || at + block > last) {
                break;
            }
            hash = (hash - (stored.at(at) & 0xFF) * outgoing) * BASE + (stored.at(at + block) & 0xFF);
        }
        return OptionalLong.empty();
    }

    private boolean same(Window stored, long from, long begin, long length) {
        for (long i = 0; i < length; i++) {
            if (!file.has(begin + i) || stored.at(from + i) != file.at(begin + i)) {
                return false;
            }
        }
        return true;
    }
}
