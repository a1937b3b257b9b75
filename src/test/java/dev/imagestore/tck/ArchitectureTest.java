package dev.imagestore.tck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages: who may use whom. */
class ArchitectureTest {

    private static final String ROOT = "dev.imagestore.tck";
    private static final List<String> PACKAGES = List.of(
            "protocol",
            "model",
            "exchange",
            "wire",
            "subject",
            "verdict",
            "repro",
            "conformance",
            "traffic",
            "report",
            "cli");
    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "protocol: ''",
                "model: protocol",
                "exchange: protocol",
                "wire: exchange protocol",
                "subject: wire protocol exchange",
                "verdict: protocol",
                "repro: exchange protocol",
                "conformance: subject model verdict wire exchange protocol repro",
                "traffic: subject model verdict wire exchange protocol",
                "report: verdict repro",
            })
    void packageUsesOnlyWhatItMay(String user, String allowed) {
        List<String> forbidden = new ArrayList<>(PACKAGES);
        forbidden.remove(user);
        forbidden.removeAll(Arrays.asList(allowed.split(" ")));
        String[] packages = forbidden.stream().map(p -> ROOT + "." + p + "..").toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + user + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(classes);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyConformanceKnowsCucumber() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.cucumber..")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineReadsFlagsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(classes);
    }

    @Test
    void theSuiteKnowsNoClassOfTheServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.imagestore.reference..")
                .check(classes);
    }
}
