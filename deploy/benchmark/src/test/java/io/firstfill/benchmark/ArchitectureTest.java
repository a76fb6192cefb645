package io.firstfill.benchmark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/**
 * Proves which package of the benchmark knows which, and the house rules that a benchmark can keep. Exceptions:
 *
 * <ul>
 *   <li>{@code Benchmark}, the main class, prints and reads the machine's clock, which it hands to all others
 *   <li>technology is forbidden outside {@code floor}, which measures bare clients, {@code ledger}, which speaks to
 *       broker and database, and {@code report}, whose
 *       conditions name the clients' versions
 * </ul>
 */
@AnalyzeClasses(packages = "io.firstfill.benchmark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.firstfill.benchmark.";

    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchRule constructorsInject = HouseRules.constructorsInject;

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;

    @ArchTest
    static final ArchRule packagesKnowOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("time")
            .definedBy(ROOT + "time..")
            .layer("schedule")
            .definedBy(ROOT + "schedule..")
            .layer("floor")
            .definedBy(ROOT + "floor..")
            .layer("result")
            .definedBy(ROOT + "result..")
            .layer("ledger")
            .definedBy(ROOT + "ledger..")
            .layer("contest")
            .definedBy(ROOT + "contest..")
            .layer("start")
            .definedBy(ROOT + "start..")
            .layer("report")
            .definedBy(ROOT + "report..")
            .layer("program")
            .definedBy("io.firstfill.benchmark")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("schedule")
            .mayOnlyAccessLayers("time")
            .whereLayer("floor")
            .mayOnlyAccessLayers("time")
            .whereLayer("result")
            .mayOnlyAccessLayers("time", "schedule", "floor")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("time", "result")
            .whereLayer("contest")
            .mayOnlyAccessLayers("time", "result")
            .whereLayer("start")
            .mayOnlyAccessLayers("result")
            .whereLayer("report")
            .mayOnlyAccessLayers("time", "schedule", "floor", "result", "ledger", "contest", "start");

    @ArchTest
    static final ArchRule onlyTheLaunchersLibraryOfTheProject = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.firstfill..")
                    .and(not(resideInAnyPackage(
                            "io.firstfill.benchmark..",
                            "io.firstfill.local.config",
                            "io.firstfill.local.launch",
                            "io.firstfill.local.client",
                            "io.firstfill.testkit"))))
            .because("the benchmark measures the services from outside");

    @ArchTest
    static void onlyTheMainClassReadsTheClock(JavaClasses classes) {
        HouseRules.timeIsHandedIn.check(classes.that(not(type(Benchmark.class))));
    }

    @ArchTest
    static void onlyTheMainClassPrints(JavaClasses classes) {
        HouseRules.oneWayToLog.check(classes.that(not(type(Benchmark.class))));
    }

    @ArchTest
    static void onlyTheFloorUsesBareClients(JavaClasses classes) {
        HouseRules.featuresKnowNoTechnology.check(
                classes.that(resideInAnyPackage(ROOT + "time", ROOT + "schedule", ROOT + "result")));
    }
}
