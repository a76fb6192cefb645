package io.firstfill.mexc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/**
 * The module keeps the house rules, knows no domain, and its packages know only what their descriptions allow. One
 * house rule does not apply: the module is technology, so that its classes may use an HTTP client.
 */
@AnalyzeClasses(packages = "io.firstfill.mexc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MEXC = "io.firstfill.mexc";

    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchRule timeIsHandedIn = HouseRules.timeIsHandedIn;

    @ArchTest
    static final ArchRule moneyHasNoFloatingFields = HouseRules.moneyHasNoFloatingFields;

    @ArchTest
    static final ArchRule moneyHasNoFloatingReturnTypes = HouseRules.moneyHasNoFloatingReturnTypes;

    @ArchTest
    static final ArchRule constructorsInject = HouseRules.constructorsInject;

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule oneWayToLog = HouseRules.oneWayToLog;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;

    @ArchTest
    static final ArchRule noDomain = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.firstfill..").and(not(resideInAnyPackage(MEXC + ".."))))
            .because("the wire is usable without the contract and without a service");

    @ArchTest
    static final ArchRule noFramework = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    MEXC + "..",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson..",
                    "com.google.protobuf..",
                    "io.smallrye.mutiny..",
                    "io.vertx.core..",
                    "org.jspecify.annotations.."))
            .because("the module has no configuration framework, no injection and no log");

    @ArchTest
    static final ArchRule onlyTheRootAndStreamsDoIo = noClasses()
            .that()
            .resideOutsideOfPackages(MEXC, MEXC + ".stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.smallrye..")
            .because("answers, signatures, budget and clock are testable without a socket");

    @ArchTest
    static final ArchRule packagesKnowWhatTheirDescriptionsSay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(MEXC)
            .layer("account")
            .definedBy(MEXC + ".account..")
            .layer("budget")
            .definedBy(MEXC + ".budget..")
            .layer("clock")
            .definedBy(MEXC + ".clock..")
            .layer("listing")
            .definedBy(MEXC + ".listing..")
            .layer("market")
            .definedBy(MEXC + ".market..")
            .layer("order")
            .definedBy(MEXC + ".order..")
            .layer("outcome")
            .definedBy(MEXC + ".outcome..")
            .layer("reading")
            .definedBy(MEXC + ".reading..")
            .layer("sign")
            .definedBy(MEXC + ".sign..")
            .layer("stream")
            .definedBy(MEXC + ".stream..")
            .whereLayer("root")
            .mayOnlyAccessLayers(
                    "account", "budget", "clock", "listing", "market", "order", "outcome", "reading", "sign")
            .whereLayer("stream")
            .mayOnlyAccessLayers("root", "account", "market", "order", "reading")
            .whereLayer("order")
            .mayOnlyAccessLayers("budget", "market", "reading", "sign")
            .whereLayer("account")
            .mayOnlyAccessLayers("reading")
            .whereLayer("budget")
            .mayNotAccessAnyLayer()
            .whereLayer("clock")
            .mayNotAccessAnyLayer()
            .whereLayer("listing")
            .mayOnlyAccessLayers("reading")
            .whereLayer("market")
            .mayOnlyAccessLayers("reading")
            .whereLayer("outcome")
            .mayNotAccessAnyLayer()
            .whereLayer("reading")
            .mayNotAccessAnyLayer()
            .whereLayer("sign")
            .mayNotAccessAnyLayer();
}
