package dev.imagestore.tck.verdict;

import java.util.List;

/** What was judged: its base URL, the operations that it claims and the profile it was held against. */
public record Target(String url, List<String> operations, String profile) {

    public Target {
        operations = List.copyOf(operations);
    }
}
