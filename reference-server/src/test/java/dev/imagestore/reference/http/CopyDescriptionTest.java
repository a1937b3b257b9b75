package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyDescriptionTest {

    @Test
    void allMembersAreRead() {
        CopyDescription description =
                parse("{\"Other\":{\"a\":[1]},\"RemoteSource\":\"a\\\\b\",\"RemoteDestination\":\"c/d\","
                        + "\"SkipFiles\":[\"x\",\"y\"],\"CheckMarkFile\":true}");

        assertThat(description)
                .isEqualTo(new CopyDescription(ContentPath.of("a/b"), ContentPath.of("c/d"), Set.of("x", "y"), true));
    }

    @Test
    void whatToSkipAndToCheckMayBeLeftOut() {
        CopyDescription description = parse("{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",\"SkipFiles\":null}");

        assertThat(description.skipFiles()).isEmpty();
        assertThat(description.checkMarkFile()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"RemoteSource\":\"a\"",
                "{\"RemoteSource\":\"a\"}",
                "{\"RemoteDestination\":\"a\"}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":1}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":null}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"\"}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"../b\"}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",\"SkipFiles\":\"x\"}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",\"SkipFiles\":[1]}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",\"CheckMarkFile\":\"true\"}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\"} {}",
                "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",}",
                "banana",
            })
    void refusesOtherBodies(String body) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> parse(body));
    }

    private static CopyDescription parse(String body) {
        return CopyDescription.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
