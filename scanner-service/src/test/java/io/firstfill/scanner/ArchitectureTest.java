package io.firstfill.scanner;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.firstfill.testkit.HouseRules;

/** The scanner keeps the house rules, and each of its packages knows only the packages it may know. */
@AnalyzeClasses(packages = "io.firstfill.scanner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static void packagesKnowOnlyWhatTheyMay(JavaClasses classes) {
        PackageRules.of("io.firstfill.scanner").check(classes);
    }
}
