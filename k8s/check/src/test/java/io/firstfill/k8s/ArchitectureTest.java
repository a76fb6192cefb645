package io.firstfill.k8s;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.firstfill.testkit.source.SourceRules;

/** Proves the house rules that a check can keep. */
@AnalyzeClasses(packages = "io.firstfill.k8s.render")
class ArchitectureTest {
    @ArchTest
    static final ArchTests sources = ArchTests.in(SourceRules.class);
}
