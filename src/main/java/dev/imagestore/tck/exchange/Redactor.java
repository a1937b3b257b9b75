package dev.imagestore.tck.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces secrets by {@code ***}: the whole value of a header that carries credentials, and each secret value
 * wherever it occurs, plain, percent-encoded or in base64. Immutable.
 */
public final class Redactor {

    private static final String MASK = "***";
    private static final byte[] MASK_OCTETS = MASK.getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> ALWAYS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> secrets;
    private final List<byte[]> secretOctets;

    /** Secret are the values of the headers {@code names}, and {@code values} in every place. */
    public Redactor(Collection<String> names, Collection<String> values) {
        this.names.addAll(ALWAYS);
        names.forEach(name -> this.names.add(name.strip()));
        this.secrets = SecretForms.texts(values);
        this.secretOctets = SecretForms.octets(secrets);
    }

    /** Names and values of these headers are secret. */
    public static Redactor of(List<Header> secretHeaders) {
        return new Redactor(
                secretHeaders.stream().map(Header::name).toList(),
                secretHeaders.stream().map(Header::value).toList());
    }

    /** Hides only what always is a credential. */
    public static Redactor none() {
        return new Redactor(List.of(), List.of());
    }

    public List<Header> redact(List<Header> headers) {
        List<Header> redacted = new ArrayList<>(headers.size());
        for (Header header : headers) {
            redacted.add(redact(header));
        }
        return redacted;
    }

    private Header redact(Header header) {
        boolean secret = names.contains(header.name().strip());
        if (!secret && secrets.isEmpty()) {
            return header;
        }
        return new Header(redact(header.name()), secret ? MASK : redact(header.value()));
    }

    public String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, MASK);
        }
        return redacted;
    }

    public byte[] redact(byte[] body) {
        if (secretOctets.isEmpty()) {
            return body.clone();
        }
        ByteArrayOutputStream redacted = new ByteArrayOutputStream(body.length);
        int position = 0;
        while (position < body.length) {
            int length = secretAt(body, position);
            if (length > 0) {
                redacted.writeBytes(MASK_OCTETS);
                position += length;
            } else {
                redacted.write(body[position++]);
            }
        }
        return redacted.toByteArray();
    }

    /** Like {@link #redact(byte[])}, for the beginning of a longer body: a secret may be cut off at its end. */
    public byte[] redactBeginning(byte[] beginning) {
        byte[] redacted = redact(beginning);
        int cut = secretOctets.stream()
                .mapToInt(secret -> beginningAtEnd(redacted, secret))
                .max()
                .orElse(0);
        if (cut == 0) {
            return redacted;
        }
        byte[] masked = Arrays.copyOf(redacted, redacted.length - cut + MASK_OCTETS.length);
        System.arraycopy(MASK_OCTETS, 0, masked, redacted.length - cut, MASK_OCTETS.length);
        return masked;
    }

    private int secretAt(byte[] body, int position) {
        for (byte[] secret : secretOctets) {
            if (occursAt(body, position, secret, secret.length)) {
                return secret.length;
            }
        }
        return 0;
    }

    private static int beginningAtEnd(byte[] body, byte[] secret) {
        for (int length = Math.min(secret.length - 1, body.length); length >= SecretForms.SHORTEST; length--) {
            if (occursAt(body, body.length - length, secret, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean occursAt(byte[] body, int position, byte[] secret, int length) {
        return position + length <= body.length && Arrays.equals(body, position, position + length, secret, 0, length);
    }
}
