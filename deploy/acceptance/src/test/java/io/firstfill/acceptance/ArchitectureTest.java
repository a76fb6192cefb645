package io.firstfill.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/**
 * Proves that the scenarios reach the system only from outside, and the house rules that scenarios can keep.
 * Exceptions: {@code RunningStack} prints the progress of the start; scenarios read the machine's clock, because the
 * system under test runs by it.
 */
@AnalyzeClasses(packages = "io.firstfill.acceptance")
class ArchitectureTest {
    private static final String ROOT = "io.firstfill.acceptance";

    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;

    @ArchTest
    static final ArchRule packagesKnowOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ledger")
            .definedBy(ROOT + ".ledger..")
            .layer("client")
            .definedBy(ROOT + ".client..")
            .layer("scenarios")
            .definedBy(ROOT)
            .layer("fault")
            .definedBy(ROOT + ".fault..")
            .layer("hostile")
            .definedBy(ROOT + ".hostile..")
            .layer("several")
            .definedBy(ROOT + ".several..")
            .layer("panel")
            .definedBy(ROOT + ".panel..")
            .layer("live")
            .definedBy(ROOT + ".live..")
            .layer("operation")
            .definedBy(ROOT + ".operation..")
            .layer("exit")
            .definedBy(ROOT + ".exit..")
            .whereLayer("ledger")
            .mayNotAccessAnyLayer()
            .whereLayer("client")
            .mayNotAccessAnyLayer()
            .whereLayer("scenarios")
            .mayOnlyAccessLayers("ledger", "client")
            .whereLayer("fault")
            .mayOnlyAccessLayers("ledger", "scenarios")
            .whereLayer("hostile")
            .mayOnlyAccessLayers("ledger", "scenarios")
            .whereLayer("several")
            .mayOnlyAccessLayers("ledger", "scenarios")
            .whereLayer("operation")
            .mayOnlyAccessLayers("ledger", "scenarios")
            .whereLayer("exit")
            .mayOnlyAccessLayers("ledger", "scenarios")
            .whereLayer("panel")
            .mayOnlyAccessLayers("scenarios")
            .whereLayer("live")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule onlyTheLaunchersLibraryOfTheProject = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.firstfill..")
                    .and(not(resideInAnyPackage(
                            ROOT + "..",
                            "io.firstfill.local.config",
                            "io.firstfill.local.launch",
                            "io.firstfill.local.client",
                            "io.firstfill.local.secrets",
                            "io.firstfill.contract",
                            "io.firstfill.testkit..")))
                    .as("other parts of the project"))
            .because("a scenario uses the system as a user, an operator or the exchange does");

    @ArchTest
    static void onlyTheStartPrints(JavaClasses classes) {
        HouseRules.oneWayToLog.check(classes.that(not(type(RunningStack.class))));
    }
}
