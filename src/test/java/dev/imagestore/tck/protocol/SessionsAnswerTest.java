package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsAnswerTest {

    private static final String DOCUMENTED = """
            {
              "UploadSessions": [
                {
                  "StoreRelativePath": "ImageStore\\\\app\\\\file.bin",
                  "SessionId": "3e5d1b0a-6d2c-4c8b-9d0d-0a5d7d6f0a01",
                  "FileSize": "100",
                  "ModifiedDate": "2017-11-07T23:18:15.104Z",
                  "ExpectedRanges": [
                    { "StartPosition": "10", "EndPosition": "19" },
                    { "StartPosition": "50", "EndPosition": "99" }
                  ]
                }
              ]
            }
            """;

    @Test
    void theDocumentedModelIsRead() {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED);

        assertThat(answer.sessions())
                .containsExactly(new SessionDescription(
                        "ImageStore\\app\\file.bin",
                        "3e5d1b0a-6d2c-4c8b-9d0d-0a5d7d6f0a01",
                        100,
                        Optional.of(Instant.parse("2017-11-07T23:18:15.104Z")),
                        List.of(new ByteRange(10, 19), new ByteRange(50, 99))));
        assertThat(answer.defects()).isEmpty();
    }

    @Test
    void anEmptyListIsNoDefect() {
        assertThat(SessionsAnswer.parse("{\"UploadSessions\":[]}")).isEqualTo(new SessionsAnswer(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"FileSize, 100", "StartPosition, 10", "EndPosition, 99"})
    void aBareNumberIsUnderstoodButADefect(String field, String value) {
        SessionsAnswer answer = SessionsAnswer.parse(
                DOCUMENTED.replace("\"%s\": \"%s\"".formatted(field, value), "\"%s\": %s".formatted(field, value)));

        assertThat(answer.sessions()).isEqualTo(SessionsAnswer.parse(DOCUMENTED).sessions());
        assertThat(answer.defects()).containsExactly(field + " is a number, not a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"StoreRelativePath", "SessionId", "FileSize", "StartPosition", "EndPosition"})
    void aMissingFieldIsADefectAndLeavesTheEntryOut(String field) {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace(field, "Other"));

        assertThat(answer.sessions()).isEmpty();
        assertThat(answer.defects()).contains(field + " is missing");
    }

    @Test
    void missingExpectedRangesAreADefectAndLeaveTheEntryOut() {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace("ExpectedRanges", "Other"));

        assertThat(answer).isEqualTo(new SessionsAnswer(List.of(), List.of("ExpectedRanges is no array")));
    }

    @ParameterizedTest
    @CsvSource({"ModifiedDate, is missing", "2017-11-07T23:18:15.104Z, is no RFC 3339 date-time"})
    void aDateThatCannotBeReadIsADefectOnly(String replaced, String fault) {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace(replaced, "yesterday"));

        assertThat(answer.sessions()).hasSize(1);
        assertThat(answer.defects()).containsExactly("ModifiedDate " + fault);
    }

    @Test
    void anImpossibleRangeIsADefect() {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace("\"19\"", "\"9\""));

        assertThat(answer)
                .isEqualTo(new SessionsAnswer(List.of(), List.of("ExpectedRanges has the impossible range 10-9")));
    }

    @Test
    void theGreatest64BitNumberIsRead() {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace("\"100\"", "\"9223372036854775807\""));

        assertThat(answer.sessions()).extracting(SessionDescription::fileSize).containsExactly(Long.MAX_VALUE);
        assertThat(answer.defects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-1", "", "1e3", "0x10", "100.0", " 100"})
    void anythingButADecimalNumberOf64BitsIsADefect(String size) {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace("\"100\"", "\"" + size + "\""));

        assertThat(answer)
                .isEqualTo(new SessionsAnswer(List.of(), List.of("FileSize is no decimal number of 64 bits")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-1", "1e3", "1.5", "true", "null", "{}"})
    void anythingButAStringThatIsNoSizeIsADefect(String size) {
        SessionsAnswer answer = SessionsAnswer.parse(DOCUMENTED.replace("\"100\"", size));

        assertThat(answer.sessions()).isEmpty();
        assertThat(answer.defects()).hasSize(1).first().asString().startsWith("FileSize is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"UploadSessions\":[", "no"})
    void aBodyThatIsNotJsonIsADefect(String body) {
        assertThat(SessionsAnswer.parse(body))
                .isEqualTo(new SessionsAnswer(List.of(), List.of("the body is not JSON")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"UploadSessions\":null}", "{\"UploadSessions\":{}}"})
    void aBodyWithoutAListIsADefect(String body) {
        assertThat(SessionsAnswer.parse(body).defects()).containsExactly("UploadSessions is no array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"UploadSessions\":"})
    void deepNestingIsADefectAndNoHarm(String level) {
        assertThat(SessionsAnswer.parse(level.repeat(200_000)).defects()).containsExactly("the body is not JSON");
    }
}
