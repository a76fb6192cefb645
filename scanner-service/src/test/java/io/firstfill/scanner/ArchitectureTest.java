package io.firstfill.scanner;

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
 * The scanner keeps the house rules, and each of its packages knows only the packages in the table.
 */
@AnalyzeClasses(packages = "io.firstfill.scanner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final PackageRules PACKAGES = PackageRules.of(
            "io.firstfill.scanner",
            Map.ofEntries(
                    Map.entry("timer", Set.of()),
                    Map.entry("observation", Set.of()),
                    Map.entry("listing", Set.of("observation")),
                    Map.entry("run", Set.of()),
                    Map.entry("quote", Set.of()),
                    Map.entry("price", Set.of("listing", "observation")),
                    Map.entry("feed", Set.of("observation", "timer")),
                    Map.entry("qualification", Set.of("listing", "observation")),
                    Map.entry("filter", Set.of("listing", "qualification", "run")),
                    Map.entry(
                            "watch",
                            Set.of(
                                    "feed",
                                    "filter",
                                    "listing",
                                    "observation",
                                    "price",
                                    "qualification",
                                    "quote",
                                    "run",
                                    "timer")),
                    Map.entry("mexc", Set.of("feed", "observation", "quote", "watch")),
                    Map.entry("kafka", Set.of("watch"))));

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
