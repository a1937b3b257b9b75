package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentAnswerTest {

    private static final String DOCUMENTED = """
            {
              "StoreFiles": [
                {
                  "StoreRelativePath": "app\\\\one.bin",
                  "FileVersion": {
                    "EpochDataLossNumber": "131",
                    "VersionNumber": "7",
                    "EpochConfigurationNumber": "4294967296"
                  },
                  "FileSize": "100",
                  "ModifiedDate": "2017-11-07T23:18:15.104Z"
                }
              ],
              "StoreFolders": [ { "StoreRelativePath": "app\\\\code", "FileCount": "3" } ]
            }
            """;

    @Test
    void theDocumentedModelIsRead() {
        assertThat(ContentAnswer.parse(DOCUMENTED))
                .isEqualTo(new ContentAnswer(
                        List.of(new ListedFile(
                                "app\\one.bin", Optional.of(100L), Optional.of("2017-11-07T23:18:15.104Z"))),
                        List.of(new ListedFolder("app\\code", Optional.of(3L))),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void anEmptyListingIsNoDefect() {
        assertThat(ContentAnswer.parse("{\"StoreFolders\":[],\"StoreFiles\":[]}"))
                .isEqualTo(new ContentAnswer(List.of(), List.of(), Optional.empty(), List.of()));
    }

    @Test
    void furtherFieldsAreNoDefect() {
        assertThat(ContentAnswer.parse(DOCUMENTED.replace("\"FileSize\"", "\"Owner\": [1], \"FileSize\"")))
                .isEqualTo(ContentAnswer.parse(DOCUMENTED));
    }

    @Test
    void aTokenLeadsToTheRest() {
        assertThat(ContentAnswer.parse("{\"StoreFiles\":[],\"StoreFolders\":[],\"ContinuationToken\":\"a%20b\"}")
                        .continuation())
                .contains("a%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "1"})
    void anEmptyTokenLeadsNowhere(String token) {
        ContentAnswer answer = ContentAnswer.parse(
                "{\"StoreFiles\":[],\"StoreFolders\":[],\"ContinuationToken\":%s}".formatted(token));

        assertThat(answer.continuation()).isEmpty();
        assertThat(answer.defects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FileSize, 100",
        "FileCount, 3",
        "EpochDataLossNumber, 131",
        "VersionNumber, 7",
        "EpochConfigurationNumber, 4294967296"
    })
    void aBareNumberIsUnderstoodButADefect(String field, String value) {
        ContentAnswer answer = ContentAnswer.parse(
                DOCUMENTED.replace("\"%s\": \"%s\"".formatted(field, value), "\"%s\": %s".formatted(field, value)));

        assertThat(answer.files()).isEqualTo(ContentAnswer.parse(DOCUMENTED).files());
        assertThat(answer.folders()).isEqualTo(ContentAnswer.parse(DOCUMENTED).folders());
        assertThat(answer.defects()).containsExactly(field + " is a number, not a string");
    }

    @ParameterizedTest
    @CsvSource({"FileSize, is missing", "ModifiedDate, is missing", "FileCount, is missing", "FileVersion, is no object"
    })
    void aMissingFieldIsADefectAndTheEntryIsStillSeen(String field, String fault) {
        ContentAnswer answer = ContentAnswer.parse(DOCUMENTED.replace("\"" + field + "\"", "\"Other\""));

        assertThat(answer.files()).extracting(ListedFile::path).containsExactly("app\\one.bin");
        assertThat(answer.folders()).extracting(ListedFolder::path).containsExactly("app\\code");
        assertThat(answer.defects()).containsExactly(field + " " + fault);
    }

    @Test
    void anEntryWithoutAPathIsADefectAndLeftOut() {
        ContentAnswer answer = ContentAnswer.parse(DOCUMENTED.replace("StoreRelativePath", "Path"));

        assertThat(answer.files()).isEmpty();
        assertThat(answer.folders()).isEmpty();
        assertThat(answer.defects()).containsExactly("StoreRelativePath is missing");
    }

    @Test
    void aDateThatIsNoneIsADefect() {
        assertThat(ContentAnswer.parse(DOCUMENTED.replace("2017-11-07T23:18:15.104Z", "yesterday"))
                        .defects())
                .containsExactly("ModifiedDate is no RFC 3339 date-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"StoreFolders\":[]}", "{\"StoreFolders\":[],\"StoreFiles\":null}"})
    void aListThatIsMissingIsADefectAndHoldsNothing(String body) {
        assertThat(ContentAnswer.parse(body))
                .isEqualTo(new ContentAnswer(List.of(), List.of(), Optional.empty(), List.of("StoreFiles is missing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"a\"", "1"})
    void aListThatIsNoneIsADefect(String list) {
        assertThat(ContentAnswer.parse("{\"StoreFiles\":[],\"StoreFolders\":%s}".formatted(list))
                        .defects())
                .containsExactly("StoreFolders is no array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"StoreFiles\":["})
    void aBodyThatIsNotJsonIsADefect(String body) {
        assertThat(ContentAnswer.parse(body).defects()).containsExactly("the body is not JSON");
    }
}
