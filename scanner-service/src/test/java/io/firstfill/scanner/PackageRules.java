package io.firstfill.scanner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Map;
import java.util.Set;

/** Which package of the scanner may know which; a package without an entry is a breach. */
final class PackageRules {
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "timer", Set.of(),
            "listing", Set.of(),
            "run", Set.of(),
            "quote", Set.of(),
            "feed", Set.of("listing", "timer"),
            "qualification", Set.of("listing"),
            "filter", Set.of("listing", "qualification", "run"),
            "watch", Set.of("feed", "filter", "listing", "qualification", "quote", "run", "timer"),
            "mexc", Set.of("feed", "listing", "quote", "watch"),
            "kafka", Set.of("watch"));

    private PackageRules() {}

    static ArchRule of(String root) {
        CompositeArchRule rules = CompositeArchRule.of(classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(MAY_KNOW.keySet().stream()
                        .map(name -> root + "." + name)
                        .toArray(String[]::new))
                .because("a new package needs an entry that says what it may know"));
        for (Map.Entry<String, Set<String>> entry : MAY_KNOW.entrySet()) {
            rules = rules.and(knowsNoOther(root, entry.getKey(), entry.getValue()));
        }
        return rules;
    }

    private static ArchRule knowsNoOther(String root, String name, Set<String> mayKnow) {
        String[] others = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !mayKnow.contains(other))
                .map(other -> root + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because(name + " may know " + mayKnow)
                .allowEmptyShould(true);
    }
}
