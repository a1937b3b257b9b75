package dev.imagestore.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost,           localhost,   80,    '',     localhost,          http://localhost",
        "http://localhost/,          localhost,   80,    '',     localhost,          http://localhost",
        "HTTP://store:19080/a/b//,   store,       19080, /a/b,   store:19080,        http://store:19080/a/b",
        "http://127.0.0.1:80/x%20y,  127.0.0.1,   80,    /x%20y, 127.0.0.1,          http://127.0.0.1/x%20y",
        "http://image_store:1,       image_store, 1,     '',     image_store:1,      http://image_store:1",
        "http://[::1]:8080,          ::1,         8080,  '',     [::1]:8080,         http://[::1]:8080",
        "http://[fe80::1],           fe80::1,     80,    '',     [fe80::1],          http://[fe80::1]"
    })
    void aUrlIsRead(String url, String host, int port, String basePath, String hostHeader, String written) {
        Endpoint endpoint = Endpoint.parse(url);

        assertThat(endpoint).isEqualTo(new Endpoint("http", host, port, basePath));
        assertThat(endpoint.hostHeader()).isEqualTo(hostHeader);
        assertThat(endpoint.url()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:19080,        has no scheme",
        "'',                     has no scheme",
        "https://h/a?b=c,        has a query",
        "ftp://localhost,        scheme 'ftp' is not supported",
        "http://h/a?b=c,         has a query",
        "http://h/a#b,           has a fragment",
        "http://u:p@h/,          has credentials",
        "http://h:0,             port 0",
        "http://h:65536,         port 65536",
        "http://h:http,          no well-formed host and port",
        "http://,                no well-formed host and port",
        "http://::1/,            no well-formed host and port",
        "'http://a b/',          no well-formed host and port"
    })
    void anythingElseIsRefusedWithInputAndExpectation(String url, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(url))
                .withMessageContaining("'" + url + "'")
                .withMessageContaining(fault)
                .withMessageContaining("expected");
    }

    @Test
    void httpsHasAPortOfItsOwn() {
        assertThat(Endpoint.parse("https://h/a")).isEqualTo(new Endpoint("https", "h", 443, "/a"));
        assertThat(Endpoint.parse("https://h").hostHeader()).isEqualTo("h");
        assertThat(Endpoint.parse("https://h:80").url()).isEqualTo("https://h:80");
        assertThat(Endpoint.parse("https://h").secure()).isTrue();
        assertThat(Endpoint.parse("http://h").secure()).isFalse();
    }

    @Test
    void aBasePathHasItsSlashBefore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint("http", "h", 80, "base"));
    }
}
