package dev.imagestore.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ReferenceServer.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreKnowsNeitherNetworkNorFiles = noClasses()
            .that()
            .resideInAnyPackage("..session..", "..behaviour..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.io..", "java.nio.file..", "java.nio.channels..");

    @ArchTest
    static final ArchRule filesKnowNoNetwork = noClasses()
            .that()
            .resideInAPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule onlyTheProgramKnowsMutants = noClasses()
            .that()
            .resideInAnyPackage("..session..", "..behaviour..", "..store..", "..http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..mutants..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.imagestore.reference.(*)..").should().beFreeOfCycles();
}
