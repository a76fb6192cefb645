package io.firstfill.trader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which package of the trader may know which: the stages know the state and what lies under it, and only engine knows them. */
final class PackageDependencies {
    static final String ROOT = "io.firstfill.trader.";

    private static final Set<String> FEATURES = Set.of(
            "alert",
            "credential",
            "decide",
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
            "warmup");

    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("loop", Set.of()),
            Map.entry("order", Set.of()),
            Map.entry("permit", Set.of()),
            Map.entry("run", Set.of()),
            Map.entry("alert", Set.of("loop")),
            Map.entry("lease", Set.of("alert")),
            Map.entry("listing", Set.of("order")),
            Map.entry("credential", Set.of("alert", "loop")),
            Map.entry("warmup", Set.of("loop", "order")),
            Map.entry("state", Set.of("lease", "listing", "loop", "order", "permit", "run")),
            Map.entry("decide", Set.of("listing", "loop", "order", "permit", "run", "state")),
            Map.entry("submit", Set.of("lease", "loop", "order", "run", "state")),
            Map.entry("schedule", Set.of("lease", "listing", "loop", "order", "state", "submit")),
            Map.entry("reconcile", Set.of("alert", "loop", "order", "state")),
            Map.entry("engine", FEATURES),
            Map.entry("mexc", Set.of("credential", "engine", "order", "warmup")),
            Map.entry("vault", Set.of("credential")));

    private PackageDependencies() {}

    static Set<String> allowed(String from) {
        return ALLOWED.getOrDefault(from, Set.of());
    }

    static List<ArchRule> rules() {
        return ALLOWED.keySet().stream().map(PackageDependencies::rule).toList();
    }

    static ArchRule rule(String from) {
        String[] forbidden = ALLOWED.keySet().stream()
                .filter(to -> !to.equals(from) && !allowed(from).contains(to))
                .map(to -> ROOT + to + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(from + " may only know " + allowed(from))
                .allowEmptyShould(true);
    }
}
