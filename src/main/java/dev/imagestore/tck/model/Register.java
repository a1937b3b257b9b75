package dev.imagestore.tck.model;

import java.util.ArrayList;
import java.util.List;

/** What may be stored under one path: the writes that no later one has surely replaced. */
final class Register {

    private record Write(long begun, long ended, Content content) {}

    private static final int REMEMBERED = 2;

    private final List<Write> writes = new ArrayList<>();
    private final List<Content> replaced = new ArrayList<>();

    Register() {
        writes.add(new Write(-1, -1, new Content.Absent()));
    }

    void write(long begun, long ended, boolean surely, Content content) {
        if (surely) {
            writes.removeIf(write -> {
                boolean before = write.ended() < begun;
                if (before && write.content() instanceof Content.File) {
                    replaced.add(0, write.content());
                }
                return before;
            });
            if (replaced.size() > REMEMBERED) {
                replaced.subList(REMEMBERED, replaced.size()).clear();
            }
        }
        writes.add(new Write(begun, ended, content));
    }

    List<Content> candidates() {
        return writes.stream().map(Write::content).distinct().toList();
    }

    /** The files that were surely replaced, the last first. */
    List<Content> replaced() {
        return List.copyOf(replaced);
    }
}
