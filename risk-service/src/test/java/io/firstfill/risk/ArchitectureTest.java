package io.firstfill.risk;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;

/**
 * Proves that risk keeps the house rules, and that each of its packages knows only the packages stated here. {@link
 * PackageDependenciesTest} proves that a breach fails.
 */
@AnalyzeClasses(packages = "io.firstfill.risk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesKnowOnlyWhatIsStated = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("root")
            .definedBy("io.firstfill.risk")
            .layer("cap")
            .definedBy("io.firstfill.risk.cap..")
            .layer("book")
            .definedBy("io.firstfill.risk.book..")
            .layer("kafka")
            .definedBy("io.firstfill.risk.kafka..")
            .layer("metrics")
            .definedBy("io.firstfill.risk.metrics..")
            .whereLayer("cap")
            .mayNotAccessAnyLayer()
            .whereLayer("book")
            .mayOnlyAccessLayers("cap")
            .whereLayer("root")
            .mayOnlyAccessLayers("book")
            .whereLayer("kafka")
            .mayOnlyAccessLayers("book")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("book", "cap")
            .ensureAllClassesAreContainedInArchitecture()
            .because("features know no adapter, adapters do not know each other, and caps know no book");
}
