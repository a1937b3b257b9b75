package dev.imagestore.tck.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final Redactor REDACTOR =
            Redactor.of(List.of(new Header("X-Key", "s3cr/t value"), new Header("Authorization", "Bearer tok-en+1")));

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "proxy-authorization", "Cookie", "SET-COOKIE", "x-key"})
    void valuesOfSecretHeadersAreHidden(String name) {
        List<Header> redacted = REDACTOR.redact(List.of(new Header(name, "anything")));

        assertThat(redacted).containsExactly(new Header(name, "***"));
    }

    @Test
    void otherHeadersStay() {
        List<Header> headers = List.of(new Header("Content-Range", "bytes 0-49/100"), new Header("A", " odd "));

        assertThat(REDACTOR.redact(headers)).isEqualTo(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr/t value",
                "s3cr%2Ft+value",
                "s3cr%2Ft%20value",
                "czNjci90IHZhbHVl",
                "Bearer tok-en+1",
                "tok-en+1",
                "tok-en%2B1",
                "dG9rLWVuKzE",
                "dG9rLWVuKzE"
            })
    void aSecretIsHiddenInEveryForm(String form) {
        assertThat(REDACTOR.redact("<" + form + "|" + form + ">")).isEqualTo("<***|***>");
        assertThat(REDACTOR.redact(("<" + form + ">").getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("<***>");
    }

    @Test
    void aSecretIsHiddenInOtherHeadersToo() {
        List<Header> redacted = REDACTOR.redact(List.of(new Header("X-Echo", "you said tok-en+1")));

        assertThat(redacted).containsExactly(new Header("X-Echo", "you said ***"));
    }

    @Test
    void shortValuesAreNoSecrets() {
        Redactor redactor = Redactor.of(List.of(new Header("X-Version", "1.0")));

        assertThat(redactor.redact("HTTP/1.0")).isEqualTo("HTTP/1.0");
    }

    @Test
    void aSecretCutOffAtTheEndOfABeginningIsHidden() {
        byte[] redacted = REDACTOR.redactBeginning("echo: s3cr/t va".getBytes(UTF_8));

        assertThat(redacted).asString(UTF_8).isEqualTo("echo: ***");
    }

    @Test
    void noRedactorStillHidesCredentials() {
        List<Header> redacted =
                Redactor.none().redact(List.of(new Header("Authorization", "Basic x"), new Header("A", "b")));

        assertThat(redacted).containsExactly(new Header("Authorization", "***"), new Header("A", "b"));
    }

    @Test
    void thePartsOfASecretAreSecretsToo() {
        Redactor redactor = Redactor.of(List.of(
                new Header("Cookie", "session=c00k1e; theme=dark-one"),
                new Header("Authorization", "Basic dXNlcjpvcGVuLXNlc2FtZQ==")));

        assertThat(redactor.redact("c00k1e and dark-one")).isEqualTo("*** and ***");
        assertThat(redactor.redact("user:open-sesame")).isEqualTo("***");
        assertThat(redactor.redact("the password open-sesame")).isEqualTo("the password ***");
        assertThat(redactor.redact("session theme user")).isEqualTo("session theme user");
    }

    @Test
    void whatIsHardlyBasicIsStillASecret() {
        Redactor redactor = Redactor.of(List.of(new Header("Authorization", "Basic abcde")));

        assertThat(redactor.redact("Basic abcde, abcde")).isEqualTo("***, ***");
    }
}
