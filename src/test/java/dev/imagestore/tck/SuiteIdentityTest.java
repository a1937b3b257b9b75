package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.verdict.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteIdentityTest {

    private static final Catalogue CATALOGUE = new Catalogue(List.of(), List.of(), Map.of(), "ab".repeat(32));

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(SuiteIdentity.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void aReportNamesVersionCommitAndFeatures() {
        Suite suite = SuiteIdentity.of(CATALOGUE);

        assertThat(suite.version()).isEqualTo(SuiteIdentity.version());
        assertThat(suite.commit()).matches("[0-9a-f]{40}|unknown");
        assertThat(suite.featuresSha256()).isEqualTo(CATALOGUE.sha256());
    }
}
