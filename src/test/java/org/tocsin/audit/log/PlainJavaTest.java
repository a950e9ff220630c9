package org.tocsin.audit.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whoever checks our log needs these classes and a JDK, and neither the service nor its framework. */
class PlainJavaTest {

    private static final JavaClasses AUDIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tocsin.audit");

    @Test
    void theLogNeedsNothingButTheJdk() {
        classes().that().resideInAPackage("org.tocsin.audit.log")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.tocsin.audit.log")
                .check(AUDIT);
    }

    @Test
    void theVerifierKnowsNoServiceAndNoDatabase() {
        noClasses().that().resideInAPackage("org.tocsin.audit.verify")
                .should().dependOnClassesThat().resideInAnyPackage("org.tocsin.audit", "org.tocsin.store..", "jakarta..", "io.quarkus..", "java.sql..")
                .check(AUDIT);
    }
}
