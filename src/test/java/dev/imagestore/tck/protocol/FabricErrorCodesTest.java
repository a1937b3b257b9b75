package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FabricErrorCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"E_INVALIDARG", "E_ABORT", "FABRIC_E_TIMEOUT", "FABRIC_E_VOLUME_NOT_FOUND", "SerializationError"
            })
    void thePublishedCodesAreKnown(String code) {
        assertThat(FabricErrorCodes.documents(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
                "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT",
                "FABRIC_E_INVALID_UPLOAD_SESSION_ID",
                "NotFound",
                "OperationsPending",
                "",
            })
    void theCodesOfUploadSessionsAndInternalNamesAreNot(String code) {
        assertThat(FabricErrorCodes.documents(code)).isFalse();
    }
}
