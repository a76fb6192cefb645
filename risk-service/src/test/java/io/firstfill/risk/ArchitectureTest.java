package io.firstfill.risk;

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
 * Risk keeps the house rules, and each of its packages knows only the packages in the table: features know no adapter,
 * adapters do not know each other, and caps know no book.
 */
@AnalyzeClasses(packages = "io.firstfill.risk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final PackageRules PACKAGES = PackageRules.of(
            "io.firstfill.risk",
            Map.ofEntries(
                    Map.entry("", Set.of("book")),
                    Map.entry("cap", Set.of()),
                    Map.entry("clock", Set.of()),
                    Map.entry("exposure", Set.of("cap", "clock")),
                    Map.entry("command", Set.of("cap")),
                    Map.entry("book", Set.of("cap", "clock", "command", "exposure")),
                    Map.entry("kafka", Set.of("book", "clock", "exposure")),
                    Map.entry("metrics", Set.of("book", "cap"))));

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
