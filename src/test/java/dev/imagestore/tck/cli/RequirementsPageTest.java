package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RequirementsPageTest {

    @Test
    void thePageIsThatOfTheFeatures() throws IOException {
        Path page = Path.of("../docs/requirements.md");
        Path found = Files.exists(page) ? page : Path.of("docs/requirements.md");

        assertThat(Files.readString(found))
                .as("stale: java -jar src/target/imagestore-tck.jar list --markdown > docs/requirements.md")
                .isEqualTo(RequirementsPage.of(Catalogue.load().rules()));
    }
}
