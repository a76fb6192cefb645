package io.firstfill.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/** Proves the house rules that a command line tool can keep: {@code Packaging}, the main class, prints. */
@AnalyzeClasses(packages = "io.firstfill.packaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchRule constructorsInject = HouseRules.constructorsInject;

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;

    /** The time of an image is its commit's: the machine's clock would change the bytes. */
    @ArchTest
    static final ArchRule timeIsHandedIn = HouseRules.timeIsHandedIn;

    @ArchTest
    static void onlyTheMainClassPrints(JavaClasses classes) {
        HouseRules.oneWayToLog.check(classes.that(not(type(Packaging.class))));
    }
}
