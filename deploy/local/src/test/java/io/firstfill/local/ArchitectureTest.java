package io.firstfill.local;

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
import io.firstfill.local.component.AotCaches;
import io.firstfill.local.credential.Credential;
import io.firstfill.local.halt.Halt;
import io.firstfill.local.launch.Launcher;
import io.firstfill.local.livecheck.LiveCheck;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/**
 * Proves which package of the local stack knows which, and the house rules that a launcher can keep. Exceptions:
 *
 * <ul>
 *   <li>{@code Launcher}, {@code Halt}, {@code Credential}, {@code LiveCheck} and {@code AotCaches} print: the output
 *       is what a command line tool is for
 *   <li>those, {@code launch} and {@code demo} read the machine's clock: they are the outermost layers and hand the
 *       time in
 *   <li>technology is forbidden only in {@code config}, {@code state}, {@code process} and {@code demo}: the other
 *       packages are servers and clients themselves
 * </ul>
 */
@AnalyzeClasses(packages = "io.firstfill.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.firstfill.local.";

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
            .layer("config")
            .definedBy(ROOT + "config..")
            .layer("process")
            .definedBy(ROOT + "process..")
            .layer("secrets")
            .definedBy(ROOT + "secrets..")
            .layer("terminal")
            .definedBy(ROOT + "terminal..")
            .layer("credential")
            .definedBy(ROOT + "credential..")
            .layer("livecheck")
            .definedBy(ROOT + "livecheck..")
            .layer("gateway")
            .definedBy(ROOT + "gateway..")
            .layer("monitoring")
            .definedBy(ROOT + "monitoring..")
            .layer("state")
            .definedBy(ROOT + "state..")
            .layer("identity")
            .definedBy(ROOT + "identity..")
            .layer("aot")
            .definedBy(ROOT + "aot..")
            .layer("component")
            .definedBy(ROOT + "component..")
            .layer("launch")
            .definedBy(ROOT + "launch..")
            .layer("client")
            .definedBy(ROOT + "client..")
            .layer("halt")
            .definedBy(ROOT + "halt..")
            .layer("demo")
            .definedBy(ROOT + "demo..")
            .layer("compose")
            .definedBy(ROOT + "compose..")
            .whereLayer("config")
            .mayNotAccessAnyLayer()
            .whereLayer("process")
            .mayNotAccessAnyLayer()
            .whereLayer("secrets")
            .mayNotAccessAnyLayer()
            .whereLayer("terminal")
            .mayNotAccessAnyLayer()
            .whereLayer("credential")
            .mayOnlyAccessLayers("config", "secrets", "identity", "terminal")
            .whereLayer("livecheck")
            .mayOnlyAccessLayers("config")
            .whereLayer("gateway")
            .mayNotAccessAnyLayer()
            .whereLayer("monitoring")
            .mayOnlyAccessLayers("config")
            .whereLayer("state")
            .mayOnlyAccessLayers("config")
            .whereLayer("identity")
            .mayOnlyAccessLayers("config", "state")
            .whereLayer("aot")
            .mayOnlyAccessLayers("config")
            .whereLayer("component")
            .mayOnlyAccessLayers("config", "process", "secrets", "state", "identity", "monitoring", "aot")
            .whereLayer("launch")
            .mayOnlyAccessLayers(
                    "config",
                    "process",
                    "secrets",
                    "gateway",
                    "state",
                    "identity",
                    "component",
                    "terminal",
                    "monitoring")
            .whereLayer("halt")
            .mayOnlyAccessLayers("config")
            .whereLayer("client")
            .mayOnlyAccessLayers("config", "identity", "launch")
            .whereLayer("demo")
            .mayOnlyAccessLayers("launch", "client")
            .whereLayer("compose")
            .mayOnlyAccessLayers("config", "gateway", "identity", "component", "launch", "client", "demo");

    @ArchTest
    static final ArchRule onlyTheContractAndTestkitOfTheProject = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.firstfill..")
                    .and(not(resideInAnyPackage(
                            "io.firstfill.local..",
                            "io.firstfill.contract..",
                            "io.firstfill.environment..",
                            "io.firstfill.testkit"))))
            .because("the services and the simulator are processes of their own, and the benchmark uses this module");

    @ArchTest
    static void timeIsHandedIn(JavaClasses classes) {
        HouseRules.timeIsHandedIn.check(classes.that(not(resideInAnyPackage(ROOT + "launch", ROOT + "demo")
                .or(type(Halt.class))
                .or(type(Credential.class))
                .or(type(LiveCheck.class)))));
    }

    @ArchTest
    static void onlyTheMainClassesPrint(JavaClasses classes) {
        HouseRules.oneWayToLog.check(classes.that(not(type(Launcher.class)
                .or(type(Halt.class))
                .or(type(Credential.class))
                .or(type(LiveCheck.class))
                .or(type(AotCaches.class)))));
    }

    @ArchTest
    static void valuesAndProcessesKnowNoTechnology(JavaClasses classes) {
        HouseRules.featuresKnowNoTechnology.check(
                classes.that(resideInAnyPackage(ROOT + "config", ROOT + "state", ROOT + "process", ROOT + "demo")));
    }
}
