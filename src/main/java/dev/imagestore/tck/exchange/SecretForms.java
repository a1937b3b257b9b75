package dev.imagestore.tck.exchange;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The disguises in which a peer may hand a secret back: as it is, percent-encoded, in base64. */
final class SecretForms {

    /** A shorter value is no secret: hiding it would hide half of what is to be read. */
    static final int SHORTEST = 4;

    private static final Pattern SCHEME_AND_TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9-]*\\s+(\\S.*)");

    private static final Pattern BASIC = Pattern.compile("(?i:Basic)\\s+([A-Za-z0-9+/]{4,}={0,2})");
    private static final Pattern PAIR = Pattern.compile("[A-Za-z0-9_.-]+=([^;,\\s]+)");

    private SecretForms() {}

    /** All forms of all values, the longest first, so that none is hidden only in part. */
    static List<String> texts(Collection<String> values) {
        return values.stream()
                .map(String::strip)
                .flatMap(SecretForms::withToken)
                .filter(value -> value.length() >= SHORTEST)
                .flatMap(SecretForms::forms)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The same as octets, for whichever of the two usual encodings a body has. */
    static List<byte[]> octets(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                        .map(text::getBytes)
                        .map(ByteBuffer::wrap)
                        .distinct())
                .map(ByteBuffer::array)
                .toList();
    }

    /** The value, and the parts of it that are secrets by themselves: a token, a password, the values of cookies. */
    private static Stream<String> withToken(String value) {
        Matcher matcher = SCHEME_AND_TOKEN.matcher(value);
        Stream<String> token =
                matcher.matches() ? Stream.concat(Stream.of(matcher.group(1)), credentials(value)) : Stream.empty();
        Stream<String> pairs = PAIR.matcher(value).results().map(pair -> pair.group(1));
        return Stream.of(Stream.of(value), token, pairs).flatMap(part -> part);
    }

    /** Name and password of the scheme Basic, together and the password alone. */
    private static Stream<String> credentials(String value) {
        Matcher basic = BASIC.matcher(value);
        if (!basic.matches()) {
            return Stream.empty();
        }
        try {
            byte[] octets = Base64.getDecoder().decode(basic.group(1));
            String credentials = new String(octets, StandardCharsets.UTF_8);
            return Stream.of(credentials, credentials.substring(credentials.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // no Basic after all
        }
    }

    private static Stream<String> forms(String value) {
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        // Without padding: what pads it elsewhere is no secret.
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(octets);
        String base64Url = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        return Stream.of(value, form, form.replace("+", "%20"), base64, base64Url);
    }
}
