package dev.imagestore.reference.request;

import java.util.ArrayList;
import java.util.List;

/** The parts of a query between ampersands. */
final class Pairs {

    private Pairs() {}

    static List<String> of(String query) {
        List<String> pairs = new ArrayList<>();
        int start = 0;
        while (start < query.length()) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (end > start) {
                pairs.add(query.substring(start, end));
            }
            start = end + 1;
        }
        return pairs;
    }
}
