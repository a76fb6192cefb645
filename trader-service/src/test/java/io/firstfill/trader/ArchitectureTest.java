package io.firstfill.trader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;

/**
 * The trader keeps the house rules, and each of its packages knows only the packages that {@link PackageDependencies} allows.
 * {@link PackageDependenciesTest} proves that a breach fails.
 */
@AnalyzeClasses(packages = "io.firstfill.trader", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule everyClassIsInAStatedPackage = classes()
            .should()
            .resideInAnyPackage(PackageDependencies.ALLOWED.keySet().stream()
                    .map(name -> PackageDependencies.ROOT + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static void packagesKnowOnlyWhatTheyMay(JavaClasses classes) {
        PackageDependencies.rules().forEach(rule -> rule.check(classes));
    }
}
