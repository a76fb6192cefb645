package io.firstfill.control;

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
 * Control keeps the house rules, and each of its packages knows only the packages in the table: features know no
 * adapter, adapters know no other adapter, and no dependency leads back.
 */
@AnalyzeClasses(packages = "io.firstfill.control", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final PackageRules PACKAGES = PackageRules.of(
            "io.firstfill.control",
            Map.ofEntries(
                    Map.entry("", Set.of()),
                    Map.entry("command", Set.of("")),
                    Map.entry("configuration", Set.of("", "command")),
                    Map.entry("environment", Set.of("", "command")),
                    Map.entry("guardrail", Set.of("", "command", "configuration")),
                    Map.entry("liveness", Set.of("")),
                    Map.entry("readiness", Set.of("", "environment", "guardrail", "liveness")),
                    Map.entry("run", Set.of("", "command", "configuration", "readiness")),
                    Map.entry("overview", Set.of("", "environment", "liveness", "readiness", "run")),
                    Map.entry("intervention", Set.of("", "command", "environment", "readiness")),
                    Map.entry("listing", Set.of("", "command", "configuration", "guardrail", "run")),
                    Map.entry("position", Set.of("", "command", "configuration", "environment")),
                    Map.entry("metrics", Set.of("environment", "readiness", "run")),
                    Map.entry("kafka", Set.of("", "command", "intervention", "liveness", "readiness", "run")),
                    Map.entry(
                            "web",
                            Set.of(
                                    "",
                                    "command",
                                    "configuration",
                                    "environment",
                                    "guardrail",
                                    "intervention",
                                    "listing",
                                    "overview",
                                    "position",
                                    "readiness",
                                    "run"))));

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
