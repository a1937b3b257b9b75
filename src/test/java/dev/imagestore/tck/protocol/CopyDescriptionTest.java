package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyDescriptionTest {

    private static final CopyDescription PLAIN = CopyDescription.of("a/\"b\"", "c");

    @Test
    void onlyWhatSaysSomethingIsWritten() {
        assertThat(PLAIN.json()).isEqualTo("{\"RemoteSource\":\"a/\\\"b\\\"\",\"RemoteDestination\":\"c\"}");
    }

    @Test
    void filesToSkipAreNamed() {
        assertThat(PLAIN.without(List.of("x", "y")).json()).endsWith("\"c\",\"SkipFiles\":[\"x\",\"y\"]}");
    }

    @Test
    void theMarkFileIsChecked() {
        assertThat(PLAIN.checkingMarkFile().json()).endsWith("\"c\",\"CheckMarkFile\":true}");
    }
}
