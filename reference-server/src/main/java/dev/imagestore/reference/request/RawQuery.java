package dev.imagestore.reference.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Nothing is decoded, and a pair is dropped if its value is empty or holds another {@code =}, the way the gateway does
 * it.
 */
final class RawQuery implements QueryParser {

    @Override
    public Map<String, String> parse(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Pairs.of(query)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && equals < pair.length() - 1 && equals == pair.lastIndexOf('=')) {
                parameters.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return Collections.unmodifiableMap(parameters);
    }
}
