package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeRenderingTest {

    private static final String RENDERED = """
            {"UploadSessions":[{"StoreRelativePath":"a\\\\b","SessionId":"3e5d1b0a-6d2c-4c8b-9d0d-0a5d7d6f0a01",\
            "FileSize":"100","ModifiedDate":"2017-11-07T23:18:15.104Z","ExpectedRanges":[\
            {"StartPosition":"10","EndPosition":"19"},{"StartPosition":"50","EndPosition":"99"}]}]}""";

    @Test
    void whatTheRuntimeWritesIsItsRendering() {
        assertThat(RuntimeRendering.departures(RENDERED)).isEmpty();
    }

    @Test
    void noSessionAndNoRangeAreRenderingsToo() {
        assertThat(RuntimeRendering.departures("{\"UploadSessions\":[]}")).isEmpty();
        assertThat(RuntimeRendering.departures(
                        RENDERED.replaceAll("ExpectedRanges\":\\[.*]}]}", "ExpectedRanges\":[]}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3e5d1b0a-6d2c               | 3E5D1B0A-6d2c               | SessionId is",
                "\"3e5d1b0a                  | \"{3e5d1b0a                 | SessionId is",
                ".104Z                       | .1041Z                      | ModifiedDate is",
                ".104Z                       | Z                           | ModifiedDate is",
                ".104Z                       | .104+00:00                  | ModifiedDate is",
                "\"FileSize\":\"100\"        | \"FileSize\":100            | FileSize is",
                "\"StartPosition\":\"50\"    | \"StartPosition\":50        | StartPosition is",
                "\"EndPosition\":\"99\"      | \"EndPosition\":\"+99\"     | EndPosition is",
                "\"FileSize\":\"100\",       | ''                          | a session has the fields",
                "\"FileSize\":\"100\",       | \"FileSize\":\"100\",\"x\":1, | a session has the fields",
                "{\"UploadSessions\"         | {\"x\":1,\"UploadSessions\" | the body has the fields",
                "\"StartPosition\":\"50\",\"EndPosition\":\"99\" | \"EndPosition\":\"99\",\"StartPosition\":\"50\" | a range has the fields",
                "{\"UploadSessions\"         | \"UploadSessions\"          | the body is not JSON"
            })
    void anyOtherFormDeparts(String part, String other, String departure) {
        assertThat(RENDERED).contains(part);

        assertThat(RuntimeRendering.departures(RENDERED.replace(part, other)))
                .singleElement()
                .asString()
                .startsWith(departure);
    }
}
