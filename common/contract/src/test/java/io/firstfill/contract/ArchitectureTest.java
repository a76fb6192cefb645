package io.firstfill.contract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;

/** The contract keeps the house rules, knows no framework, and its packages know only what their descriptions allow. */
@AnalyzeClasses(packages = "io.firstfill.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CONTRACT = "io.firstfill.contract";

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule noFramework = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CONTRACT + "..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify.annotations.."))
            .because("every service and every tool reads the contract, whatever framework it uses");

    @ArchTest
    static final ArchRule everythingIsImmutable = fields().should().beFinal();

    @ArchTest
    static final ArchRule valuesAndIdsKnowNoMessage = classes()
            .that()
            .resideInAnyPackage(CONTRACT + ".id..", CONTRACT + ".value..", CONTRACT + ".order.reason..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CONTRACT + ".id..",
                    CONTRACT + ".value..",
                    CONTRACT + ".order.reason..",
                    CONTRACT + ".level..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations.."))
            .because("they are the parts that messages are made of");

    @ArchTest
    static final ArchRule idsValuesAndReasonsKnowNotEachOther =
            slices().matching(CONTRACT + ".(id|value|order.reason)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule configurationKnowsValuesAlone = classes()
            .that()
            .resideInAPackage(CONTRACT + ".configuration..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CONTRACT + ".configuration..",
                    CONTRACT + ".value..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule familiesKnowNotEachOther = slices().matching(
                    CONTRACT + ".(alert|baseline|command|credential|listing|order|permit|record|run|state)..")
            .should()
            .notDependOnEachOther()
            .because("a reader of one topic needs no type of another");

    @ArchTest
    static final ArchRule ofTheRootFamiliesKnowTheMessageAlone = classes()
            .that(resideInAPackage(CONTRACT + ".."))
            .and()
            .resideOutsideOfPackage(CONTRACT)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(CONTRACT + ".*..", "java..", "com.fasterxml..", "org.jspecify..")
                            .or(simpleName("Message"))
                            .or(simpleName("Meta")))
            .because(
                    "topics and the pairing of topics with families are known to readers and writers, not to messages");
}
