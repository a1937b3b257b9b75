package dev.imagestore.tck.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key of a file. */
final class PemKey {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemKey() {}

    /** @throws IllegalArgumentException when there is no key in the file that can be read */
    static PrivateKey read(String option, Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s %s cannot be read".formatted(option, file), e);
        }
        Matcher matcher = PKCS8.matcher(text);
        if (matcher.find()) {
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
                } catch (GeneralSecurityException e) {
                    // of another algorithm, then
                }
            }
        }
        throw new IllegalArgumentException(("%s %s has no private key that can be read; expected unencrypted PKCS#8 in"
                        + " PEM, -----BEGIN PRIVATE KEY-----, as openssl pkcs8 -topk8 -nodes writes it")
                .formatted(option, file));
    }
}
