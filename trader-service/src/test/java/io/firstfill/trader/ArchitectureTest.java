package io.firstfill.trader;

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
 * Proves that the trader keeps the house rules, and that each of its packages depends only on the packages in the
 * table: the stages of an order depend on the state and the packages under it, and only the engine depends on all
 * stages.
 */
@AnalyzeClasses(packages = "io.firstfill.trader", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final PackageRules PACKAGES = PackageRules.of(
            "io.firstfill.trader",
            Map.ofEntries(
                    Map.entry("loop", Set.of()),
                    Map.entry("firing", Set.of("order")),
                    Map.entry("order", Set.of()),
                    Map.entry("exit", Set.of()),
                    Map.entry("permit", Set.of()),
                    Map.entry("run", Set.of()),
                    Map.entry("alert", Set.of("loop")),
                    Map.entry("lease", Set.of("alert")),
                    Map.entry("listing", Set.of("order")),
                    Map.entry("credential", Set.of("alert", "loop")),
                    Map.entry("warmup", Set.of("loop", "order")),
                    Map.entry("state", Set.of("alert", "lease", "listing", "loop", "order", "permit", "run")),
                    Map.entry("balance", Set.of("alert", "credential", "loop", "order", "run", "state")),
                    Map.entry("decide", Set.of("listing", "loop", "order", "permit", "run", "state")),
                    Map.entry("submit", Set.of("firing", "lease", "listing", "loop", "order", "run", "state")),
                    Map.entry("schedule", Set.of("firing", "lease", "listing", "loop", "order", "state", "submit")),
                    Map.entry("reconcile", Set.of("alert", "listing", "loop", "order", "state")),
                    Map.entry(
                            "engine",
                            Set.of(
                                    "alert",
                                    "balance",
                                    "credential",
                                    "decide",
                                    "firing",
                                    "lease",
                                    "listing",
                                    "loop",
                                    "order",
                                    "permit",
                                    "reconcile",
                                    "run",
                                    "schedule",
                                    "state",
                                    "submit",
                                    "warmup")),
                    Map.entry("mexc", Set.of("credential", "engine", "order", "warmup")),
                    Map.entry("vault", Set.of("credential"))));

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static void packagesDependOnlyOnThoseInTheTable(JavaClasses classes) {
        PACKAGES.check(classes);
    }

    @ArchTest
    static void aForbiddenDependencyFails(JavaClasses classes) {
        PACKAGES.proveThatBreachesFail();
    }
}
