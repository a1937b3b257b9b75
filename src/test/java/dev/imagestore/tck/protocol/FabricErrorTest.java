package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FabricErrorTest {

    @Test
    void codeAndMessageAreRead() {
        assertThat(FabricError.parse("{\"Error\":{\"Code\":\"E_INVALIDARG\",\"Message\":\"no\"}}"))
                .contains(new FabricError(Optional.of("E_INVALIDARG"), Optional.of("no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Error\":{\"Code\":\"X\"}}", "{\"Error\":{\"Code\":\"X\",\"Message\":null}}"})
    void theMessageMayBeAbsent(String body) {
        assertThat(FabricError.parse(body)).contains(new FabricError(Optional.of("X"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Error\":{\"Message\":\"no\"}}",
                "{\"Error\":{\"Code\":null,\"Message\":\"no\"}}",
                "{\"Error\":{\"Code\":\"\",\"Message\":\"no\"}}",
                "{\"Error\":{\"Code\":\"  \",\"Message\":\"no\"}}"
            })
    void aMissingOrEmptyCodeIsToldApart(String body) {
        assertThat(FabricError.parse(body)).contains(new FabricError(Optional.empty(), Optional.of("no")));
    }

    @Test
    void furtherFieldsDoNotMatter() {
        assertThat(FabricError.parse("{\"Error\":{\"Code\":\"X\",\"Inner\":{}},\"Trace\":1}"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad Request</body></html>",
                "null",
                "[]",
                "42",
                "{}",
                "{\"error\":{\"code\":\"X\"}}",
                "{\"message\":\"no\"}",
                "{\"Error\":\"X\"}",
                "{\"Error\":[]}",
                "{\"Error\":null}",
                "{\"Error\":{\"Code\":5}}",
                "{\"Error\":{\"Code\":{\"Value\":\"X\"}}}",
                "{\"Error\":{\"Code\":\"X\",\"Message\":5}}",
                "{\"Error\":{\"Code\":\"X\""
            })
    void anyOtherShapeIsNoFabricError(String body) {
        assertThat(FabricError.parse(body)).isEmpty();
    }

    @Test
    void deepNestingIsNoFabricError() {
        assertThat(FabricError.parse("{\"Error\":".repeat(100_000))).isEmpty();
    }
}
