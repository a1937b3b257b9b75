package dev.imagestore.tck.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who one side of TLS is, from files in PEM; whatever is wrong with them names the option that they were given by.
 *
 * @param chain the certificate, with those that sign it behind it
 * @param key the private key of the first of them
 */
record PemIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** @throws IllegalArgumentException when a file cannot be read, or the two do not belong together */
    static PemIdentity read(String certOption, Path cert, String keyOption, Path key) {
        List<X509Certificate> chain = certificates(certOption, cert);
        PrivateKey privateKey = PemKey.read(keyOption, key);
        if (!belongTogether(privateKey, chain.get(0))) {
            throw new IllegalArgumentException("%s %s is not the key of the certificate of %s; expected its own"
                    .formatted(keyOption, key, certOption));
        }
        return new PemIdentity(privateKey, chain);
    }

    /** At least one. */
    static List<X509Certificate> certificates(String option, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> read = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(c -> read.add((X509Certificate) c));
            if (read.isEmpty()) {
                throw noCertificate(option, file, null);
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("%s %s cannot be read".formatted(option, file), e);
        } catch (GeneralSecurityException e) {
            throw noCertificate(option, file, e);
        }
    }

    private static IllegalArgumentException noCertificate(String option, Path file, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s %s has no certificate that can be read; expected PEM, -----BEGIN CERTIFICATE-----"
                        .formatted(option, file),
                cause);
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
