package io.firstfill.testkit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.source.HouseException;
import io.firstfill.testkit.source.SourceRule;
import io.firstfill.testkit.source.SourceRules;

/**
 * The testkit keeps the rules about sources, and those of {@link HouseRules} that a test library can keep. Left out:
 * features without technology, because servers are what the testkit is made of; one way to log, because the levels of
 * the servers' loggers are set through {@code java.util.logging}.
 */
@AnalyzeClasses(packages = "io.firstfill.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
@HouseException(
        rule = SourceRule.QUALIFIED_NAME,
        subject = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
        reason = "The library's class has the simple name of ours, which wraps it")
class ArchitectureTest {
    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    static final ArchRule timeIsHandedIn = HouseRules.timeIsHandedIn;

    @ArchTest
    static final ArchRule constructorsInject = HouseRules.constructorsInject;

    @ArchTest
    static final ArchRule namesStateTheRole = HouseRules.namesStateTheRole;

    @ArchTest
    static final ArchRule nobodySleeps = HouseRules.nobodySleeps;
}
