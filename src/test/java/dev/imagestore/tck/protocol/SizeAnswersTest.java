package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers about sizes: of a folder, and of the store. */
class SizeAnswersTest {

    private static final String SIZE = "{\"StoreRelativePath\":\"app\",\"FolderSize\":\"100\"}";
    private static final String INFO = """
            {
              "DiskInfo": { "Capacity": "1000", "AvailableSpace": "900" },
              "UsedByMetadata": { "UsedSpace": "1", "FileCount": "2" },
              "UsedByStaging": { "UsedSpace": "3", "FileCount": "4" },
              "UsedByCopy": { "UsedSpace": "5", "FileCount": "6" },
              "UsedByRegister": { "UsedSpace": "7", "FileCount": "8" }
            }
            """;

    @Test
    void theDocumentedSizeIsRead() {
        assertThat(FolderSizeAnswer.parse(SIZE))
                .isEqualTo(new FolderSizeAnswer(Optional.of("app"), Optional.of(100L), List.of()));
    }

    @Test
    void aBareSizeIsUnderstoodButADefect() {
        assertThat(FolderSizeAnswer.parse(SIZE.replace("\"100\"", "100")))
                .isEqualTo(new FolderSizeAnswer(
                        Optional.of("app"), Optional.of(100L), List.of("FolderSize is a number, not a string")));
    }

    @Test
    void aSizeThatIsMissingIsADefect() {
        assertThat(FolderSizeAnswer.parse("{}"))
                .isEqualTo(new FolderSizeAnswer(
                        Optional.empty(),
                        Optional.empty(),
                        List.of("StoreRelativePath is missing", "FolderSize is missing")));
    }

    @Test
    void aSizeThatIsNotJsonIsADefect() {
        assertThat(FolderSizeAnswer.parse("100 bytes").defects()).containsExactly("the body is not JSON");
    }

    @Test
    void theDocumentedStateIsRead() {
        assertThat(InfoAnswer.parse(INFO)).isEqualTo(new InfoAnswer(Optional.of(1000L), Optional.of(900L), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DiskInfo", "UsedByMetadata", "UsedByStaging", "UsedByCopy", "UsedByRegister"})
    void aMissingPartIsADefect(String part) {
        assertThat(InfoAnswer.parse(INFO.replace(part, "Other")).defects()).contains(part + " is no object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "900", "1", "2", "3", "4", "5", "6", "7", "8"})
    void aBareNumberIsADefect(String number) {
        assertThat(InfoAnswer.parse(INFO.replace("\"" + number + "\"", number)).defects())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("is a number, not a string");
    }

    @Test
    void aStateThatIsNotJsonIsADefect() {
        assertThat(InfoAnswer.parse("<html>").defects()).containsExactly("the body is not JSON");
    }
}
