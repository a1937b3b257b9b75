package dev.imagestore.reference.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Names and values are percent-decoded, once; a name without a value has an empty one. */
final class DecodedQuery implements QueryParser {

    @Override
    public Map<String, String> parse(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Pairs.of(query)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.putIfAbsent(PercentCoding.decoded(name), PercentCoding.decoded(value));
        }
        return Collections.unmodifiableMap(parameters);
    }
}
