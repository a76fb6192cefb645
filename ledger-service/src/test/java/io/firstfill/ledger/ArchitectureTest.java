package io.firstfill.ledger;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.PackageRules;
import java.util.Map;
import java.util.Set;

/**
 * The ledger keeps the house rules, and each of its packages knows only the packages in the table: features know no
 * adapter, and of the adapters only kafka knows another one, its metrics.
 */
@AnalyzeClasses(packages = "io.firstfill.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final PackageRules PACKAGES = PackageRules.of(
            "io.firstfill.ledger",
            Map.ofEntries(
                    Map.entry("alert", Set.of("decision")),
                    Map.entry("configuration", Set.of()),
                    Map.entry("decision", Set.of()),
                    Map.entry("drift", Set.of()),
                    Map.entry("export", Set.of("journal", "query")),
                    Map.entry("query", Set.of()),
                    Map.entry("journal", Set.of("decision")),
                    Map.entry(
                            "kafka",
                            Set.of("alert", "decision", "journal", "mark", "metrics", "missed", "status", "tracing")),
                    Map.entry("maintenance", Set.of()),
                    Map.entry("mark", Set.of()),
                    Map.entry("metrics", Set.of("journal")),
                    Map.entry("missed", Set.of("status")),
                    Map.entry("notify", Set.of()),
                    Map.entry(
                            "postgres",
                            Set.of(
                                    "alert",
                                    "configuration",
                                    "decision",
                                    "drift",
                                    "export",
                                    "journal",
                                    "maintenance",
                                    "mark",
                                    "missed",
                                    "notify",
                                    "query",
                                    "status")),
                    Map.entry("status", Set.of()),
                    Map.entry("tracing", Set.of("journal")),
                    Map.entry(
                            "web",
                            Set.of(
                                    "configuration",
                                    "drift",
                                    "export",
                                    "journal",
                                    "notify",
                                    "query",
                                    "status",
                                    "tracing"))));

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static void packagesKnowOnlyWhatTheyMay(JavaClasses classes) {
        PACKAGES.check(classes);
    }

    @ArchTest
    static void aBreachFails(JavaClasses classes) {
        PACKAGES.proveThatBreachesFail();
    }
}
