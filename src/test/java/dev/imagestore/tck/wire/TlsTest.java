package dev.imagestore.tck.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagestore.tck.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Certificates made = new Certificates(folder, folder, folder, folder, folder);

    @BeforeAll
    static void make() throws Exception {
        made = Certificates.in(folder);
    }

    @Test
    void filesThatFitAreTaken() {
        assertThatCode(() -> tls(made.ca(), made.clientCert(), made.clientKey()).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aCertificateThatDoesNotParseIsNamed() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertRefused(tls(broken, made.clientCert(), made.clientKey()), "--cacert " + broken + " has no certificate");
        assertRefused(
                tls(made.ca(), made.clientKey(), made.clientKey()), "--cert " + made.clientKey() + " has no cert");
    }

    @Test
    void aKeyThatDoesNotParseIsNamed() {
        assertRefused(
                tls(made.ca(), made.clientCert(), made.clientCert()),
                "has no private key that can be read; expected unencrypted PKCS#8 in PEM");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertRefused(
                tls(made.ca(), made.clientCert(), made.serverKey()),
                "--key " + made.serverKey() + " is not the key of the certificate of --cert");
    }

    @Test
    void theOptionsOfWhatListensAreNamedToo() {
        assertThatCode(() -> new ServerTls(made.serverCert(), made.serverKey()).check())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTls(made.serverCert(), made.clientKey()).check())
                .withMessageContaining(
                        "--tls-key " + made.clientKey() + " is not the key of the certificate of --tls-cert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTls(made.serverCert(), made.serverCert()).check())
                .withMessageContaining("--tls-key " + made.serverCert() + " has no private key");
    }

    @Test
    void oneOfTheTwoIsNotEnough() {
        assertRefused(
                new Tls(Optional.empty(), Optional.of(made.clientCert()), Optional.empty(), false), "without --key");
        assertRefused(
                new Tls(Optional.empty(), Optional.empty(), Optional.of(made.clientKey()), false), "without --cert");
        assertRefused(new Tls(Optional.of(made.ca()), Optional.empty(), Optional.empty(), true), "without --cacert");
    }

    private static Tls tls(Path ca, Path cert, Path key) {
        return new Tls(Optional.of(ca), Optional.of(cert), Optional.of(key), false);
    }

    private static void assertRefused(Tls tls, String message) {
        assertThatIllegalArgumentException().isThrownBy(tls::check).withMessageContaining(message);
    }
}
