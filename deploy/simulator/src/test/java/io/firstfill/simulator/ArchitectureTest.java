package io.firstfill.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.HouseRules;
import io.firstfill.testkit.source.SourceRules;

/**
 * Checks the rules of the house and those of the simulator.
 *
 * <p>Two rules of the house are about services and do not fit: {@code featuresKnowNoAdapter} and
 * {@code featuresKnowNoTechnology} take every package that is not named for a technology for a feature. The simulator
 * as a whole is an adapter, for tests, and its packages {@code rest}, {@code stream} and {@code control} speak HTTP.
 * {@link SimulatorRules#httpInProtocolPackages} and {@link SimulatorRules#packagesKnowOnlyTheListedOnes} take their
 * place.
 */
@AnalyzeClasses(packages = "io.firstfill.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchTests simulator = ArchTests.in(SimulatorRules.class);

    @ArchTest
    static final ArchRule moneyHasNoFloatingFields = HouseRules.moneyHasNoFloatingFields;

    @ArchTest
    static final ArchRule moneyHasNoFloatingReturnTypes = HouseRules.moneyHasNoFloatingReturnTypes;

    @ArchTest
    static final ArchRule constructorsInject = HouseRules.constructorsInject;

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule oneWayToLog = HouseRules.oneWayToLog;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;

    /**
     * {@link SimulatorOptions} is where the time is handed in: its defaults name the system clock, and a test replaces
     * it.
     */
    @ArchTest
    static void timeIsHandedIn(JavaClasses classes) {
        HouseRules.timeIsHandedIn.check(classes.that(not(equivalentTo(SimulatorOptions.class))));
    }
}
