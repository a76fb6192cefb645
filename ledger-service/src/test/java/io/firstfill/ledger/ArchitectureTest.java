package io.firstfill.ledger;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;

/**
 * The ledger keeps the house rules, and each of its packages knows only the packages stated here.
 * {@link PackageDependenciesTest} proves that a breach fails.
 */
@AnalyzeClasses(packages = "io.firstfill.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packagesKnowOnlyWhatIsStated = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("decision")
            .definedBy("io.firstfill.ledger.decision..")
            .layer("journal")
            .definedBy("io.firstfill.ledger.journal..")
            .layer("query")
            .definedBy("io.firstfill.ledger.query..")
            .layer("kafka")
            .definedBy("io.firstfill.ledger.kafka..")
            .layer("metrics")
            .definedBy("io.firstfill.ledger.metrics..")
            .layer("postgres")
            .definedBy("io.firstfill.ledger.postgres..")
            .layer("web")
            .definedBy("io.firstfill.ledger.web..")
            .whereLayer("decision")
            .mayNotAccessAnyLayer()
            .whereLayer("query")
            .mayNotAccessAnyLayer()
            .whereLayer("journal")
            .mayOnlyAccessLayers("decision")
            .whereLayer("kafka")
            .mayOnlyAccessLayers("journal", "metrics")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("journal")
            .whereLayer("postgres")
            .mayOnlyAccessLayers("journal", "decision", "query")
            .whereLayer("web")
            .mayOnlyAccessLayers("journal", "query")
            .ensureAllClassesAreContainedInArchitecture()
            .because("features know no adapter, and of the adapters only kafka knows another one, its metrics");
}
