package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Header;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerPropertyTest {

    private static final String ARG = "{\"Error\":{\"Code\":\"E_INVALIDARG\",\"Message\":\"no\"}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=utf-8   | true",
                "Application/JSON;charset=\"UTF-8\" | true",
                "application/json                  | false",
                "text/plain; charset=utf-8         | false",
            })
    void anAnswerIsDeclaredAsJsonByItsContentType(String type, boolean holds) {
        Answer answer = answer(200, "", "Content-Type: " + type);

        assertThat(AnswerProperty.DECLARED_AS_JSON.holds().test(answer)).isEqualTo(holds);
    }

    @Test
    void twoContentTypesAreNotOne() {
        Answer answer = answer(
                200,
                "",
                "Content-Type: application/json; charset=utf-8",
                "Content-Type: application/json; charset=utf-8");

        assertThat(AnswerProperty.DECLARED_AS_JSON.holds().test(answer)).isFalse();
    }

    @Test
    void theFindingShowsTheHeaderThatIsThere() {
        assertThat(AnswerProperty.DECLARED_AS_JSON.detail().apply(answer(200, "", "Content-Type: text/plain")))
                .isEqualTo("with Content-Type: text/plain");
    }

    @Test
    void sniffingIsForbiddenByOneWord() {
        assertThat(AnswerProperty.NOT_TO_BE_SNIFFED.holds().test(answer(200, "", "X-Content-Type-Options: nosniff")))
                .isTrue();
        assertThat(AnswerProperty.NOT_TO_BE_SNIFFED.holds().test(answer(200, "")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, '', true", "400, '', true", "404, x, true", "204, '', false", "401, '', false", "404, '', false"})
    void answersOfTheStatusAloneNeedNoHeaders(int status, String body, boolean concerned) {
        assertThat(AnswerProperty.DECLARED_AS_JSON.concerns().test(answer(status, body)))
                .isEqualTo(concerned);
    }

    @Test
    void anErrorHasABody() {
        AnswerProperty property = AnswerProperty.saidAs("had a body if it was an error");

        assertHolds(property, answer(400, ARG));
        assertBroken(property, answer(400, ""));
        assertThat(property.concerns().test(answer(404, ""))).isFalse();
        assertThat(property.concerns().test(answer(200, ""))).isFalse();
    }

    @Test
    void aFabricErrorHasAMessage() {
        AnswerProperty property = AnswerProperty.saidAs("had a message if it was a FabricError");

        assertHolds(property, answer(400, ARG));
        assertBroken(property, answer(400, "{\"Error\":{\"Code\":\"E_FAIL\"}}"));
        assertBroken(property, answer(400, "{\"Error\":{\"Code\":\"E_FAIL\",\"Message\":null}}"));
        assertThat(property.concerns().test(answer(400, "<html>"))).isFalse();
    }

    @Test
    void aCodeIsDocumented() {
        AnswerProperty property = AnswerProperty.saidAs("had a documented code if it was a FabricError");

        assertHolds(property, answer(400, ARG));
        assertBroken(property, coded("FABRIC_E_UPLOAD_SESSION_ID_CONFLICT"));
    }

    @Test
    void aCodeIsOneWord() {
        AnswerProperty property = AnswerProperty.saidAs("had a name for its code if it was a FabricError");

        assertHolds(property, coded("NotFound"));
        assertBroken(property, coded("The range is wrong."));
    }

    @Test
    void noErrorIs416() {
        AnswerProperty property = AnswerProperty.saidAs("was not 416");

        assertHolds(property, answer(400, ARG));
        assertBroken(property, answer(416, ARG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E_INVALIDARG", "Bad Request", "", "E_"})
    void aReasonPhraseMayBeTheCodeOrSayNothing(String reason) {
        assertHolds(AnswerProperty.saidAs("had no reason phrase that names another error"), reasoned(400, reason, ARG));
    }

    @Test
    void aReasonPhraseMayNotNameAnotherError() {
        assertBroken(
                AnswerProperty.saidAs("had no reason phrase that names another error"),
                reasoned(400, "FABRIC_E_TIMEOUT", ARG));
    }

    @Test
    void otherWordsAreNoProperty() {
        assertThatThrownBy(() -> AnswerProperty.saidAs("was fine")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertHolds(AnswerProperty property, Answer answer) {
        assertThat(property.concerns().test(answer)).isTrue();
        assertThat(property.holds().test(answer)).isTrue();
    }

    private static void assertBroken(AnswerProperty property, Answer answer) {
        assertThat(property.concerns().test(answer)).isTrue();
        assertThat(property.holds().test(answer)).isFalse();
    }

    private static Answer coded(String code) {
        return answer(400, "{\"Error\":{\"Code\":\"%s\"}}".formatted(code));
    }

    private static Answer answer(int status, String body, String... headers) {
        return reasoned(status, "", body, headers);
    }

    private static Answer reasoned(int status, String reason, String body, String... headers) {
        List<Header> fields = Arrays.stream(headers)
                .map(line -> line.split(": ", 2))
                .map(field -> new Header(field[0], field[1]))
                .toList();
        byte[] octets = body.getBytes(UTF_8);
        return new Answer(status, reason, fields, BodyDigest.of(octets), octets);
    }
}
