package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallTest {

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(
                        Call.chunk("a b/c", "id"),
                        "PUT /ImageStore/a%20b/c/$/UploadChunk?api-version=6.0&session-id=id"),
                Arguments.of(Call.commit("id"), "POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=id"),
                Arguments.of(
                        Call.deleteSession("id"),
                        "DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=id"),
                Arguments.of(Call.getSession("id"), "GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=id"),
                Arguments.of(Call.uploadFile("a/b"), "PUT /ImageStore/a/b?api-version=6.0"),
                Arguments.of(Call.deleteContent("a/b"), "DELETE /ImageStore/a/b?api-version=6.0"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anOperationIsCalledAsDocumented(Call call, String requestLine) {
        assertThat(call.method() + " " + call.target()).isEqualTo(requestLine);
    }

    @Test
    void aRawTargetStandsForPathAndQuery() {
        Call call = Call.chunk("a", "id").to("/ImageStore/%zz#x").with("timeout", "1");

        assertThat(call.target()).isEqualTo("/ImageStore/%zz#x");
        assertThat(call.header("X", "y").method("POST").target()).isEqualTo("/ImageStore/%zz#x");
    }

    @Test
    void headersAreReplacedAsAWhole() {
        Call call = Call.chunk("a", "id").headers(List.of(new Header("X", "y")));

        assertThat(call.headers()).containsExactly(new Header("X", "y"));
    }

    @Test
    void aParameterIsReplacedInItsPlace() {
        assertThat(Call.commit("id").with("api-version", "7.0").target())
                .isEqualTo("/ImageStore/$/CommitUploadSession?api-version=7.0&session-id=id");
    }

    @Test
    void aNewParameterComesLast() {
        assertThat(Call.commit("id").with("timeout", "60").target()).endsWith("&session-id=id&timeout=60");
    }

    @Test
    void aParameterThatIsSetToTheSameValueIsNotDoubled() {
        assertThat(Call.commit("id").with("session-id", "id")).isEqualTo(Call.commit("id"));
    }

    @Test
    void aCallWithoutParametersHasNoQuery() {
        assertThat(Call.commit("id")
                        .without("api-version")
                        .without("session-id")
                        .target())
                .isEqualTo("/ImageStore/$/CommitUploadSession");
    }

    @Test
    void headersAreAddedAndNeverReplaced() {
        assertThat(Call.getSession("id").header("A", "1").header("A", "2").headers())
                .containsExactly(new Header("A", "1"), new Header("A", "2"));
    }

    @Test
    void aRangeIsWrittenAsContentRange() {
        assertThat(Call.getSession("id").range(new ByteRange(0, 49), 100).headers())
                .containsExactly(new Header("Content-Range", "bytes 0-49/100"));
    }

    @Test
    void aCutKeepsEverythingElse() {
        Call call = Call.chunk("a", "id").range(new ByteRange(0, 9), 10);

        Call cut = call.cutAfter(3);

        assertThat(cut.cutAfter()).hasValue(3);
        assertThat(cut.headers()).isEqualTo(call.headers());
        assertThat(cut.target()).isEqualTo(call.target());
    }

    @Test
    void aChangedCallLeavesTheOldOneAlone() {
        Call call = Call.commit("id");

        call.with("timeout", "1").header("A", "1").without("session-id");

        assertThat(call).isEqualTo(Call.commit("id"));
    }
}
