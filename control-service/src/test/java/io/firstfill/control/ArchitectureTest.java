package io.firstfill.control;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;

/**
 * Proves that control keeps the house rules, and that each of its packages knows only the packages stated here. {@link
 * PackageDependenciesTest} proves that a breach fails.
 */
@AnalyzeClasses(packages = "io.firstfill.control", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesKnowOnlyWhatIsStated = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("root")
            .definedBy("io.firstfill.control")
            .layer("command")
            .definedBy("io.firstfill.control.command..")
            .layer("configuration")
            .definedBy("io.firstfill.control.configuration..")
            .layer("environment")
            .definedBy("io.firstfill.control.environment..")
            .layer("readiness")
            .definedBy("io.firstfill.control.readiness..")
            .layer("run")
            .definedBy("io.firstfill.control.run..")
            .layer("overview")
            .definedBy("io.firstfill.control.overview..")
            .layer("kafka")
            .definedBy("io.firstfill.control.kafka..")
            .layer("web")
            .definedBy("io.firstfill.control.web..")
            .whereLayer("root")
            .mayNotAccessAnyLayer()
            .whereLayer("command")
            .mayOnlyAccessLayers("root")
            .whereLayer("configuration")
            .mayOnlyAccessLayers("root", "command")
            .whereLayer("environment")
            .mayOnlyAccessLayers("root", "command")
            .whereLayer("readiness")
            .mayOnlyAccessLayers("root", "environment")
            .whereLayer("run")
            .mayOnlyAccessLayers("root", "command", "configuration", "readiness")
            .whereLayer("overview")
            .mayOnlyAccessLayers("root", "environment", "readiness", "run")
            .whereLayer("kafka")
            .mayOnlyAccessLayers("root", "command", "run")
            .whereLayer("web")
            .mayOnlyAccessLayers("root", "command", "configuration", "environment", "readiness", "run", "overview")
            .ensureAllClassesAreContainedInArchitecture()
            .because("features know no adapter, adapters know no other adapter, and no dependency leads back");
}
