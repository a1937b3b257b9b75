package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.IdentitySteps.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityStepsTest {

    @ParameterizedTest
    @CsvSource({
        "in braces,       %7Ba2345678-9abc-4def-8bc5-6789abcdef01%7D",
        "in parentheses,  (a2345678-9abc-4def-8bc5-6789abcdef01)",
        "as a URN,        urn:uuid:a2345678-9abc-4def-8bc5-6789abcdef01",
        "without hyphens, a23456789abc4def8bc56789abcdef01",
        "in upper case,   A2345678-9ABC-4DEF-8BC5-6789ABCDEF01",
        "in mixed case,   a2345678-9abc-4def-8BC5-6789ABCDEF01"
    })
    void anIdCanBeWrittenInManyForms(String form, String written) {
        assertThat(new Form(form).of("a2345678-9abc-4def-8bc5-6789abcdef01")).isEqualTo(written);
    }
}
