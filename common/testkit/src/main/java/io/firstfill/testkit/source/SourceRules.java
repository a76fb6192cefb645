package io.firstfill.testkit.source;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;

/**
 * Rules about the module's source files, for {@code ArchTests.in(SourceRules.class)}. {@code HouseRules} includes these
 * rules; a module that cannot keep all of {@code HouseRules} includes this class alone.
 *
 * <p>A rule reads {@code src/main} and {@code src/test} of the module whose tests run, and reports all breaches at
 * once, each with file and line. The classes that ArchUnit passes are not used. Exceptions stand on the module's
 * {@code ArchitectureTest} as {@link HouseException}.
 */
public final class SourceRules {
    @ArchTest
    public static void everyPackageIsDescribed(JavaClasses classes) {
        check(SourceRule.PACKAGE_INFO);
    }

    @ArchTest
    public static void packagesAreSmall(JavaClasses classes) {
        check(SourceRule.PACKAGE_SIZE);
    }

    @ArchTest
    public static void filesAreShort(JavaClasses classes) {
        check(SourceRule.FILE_SIZE);
    }

    @ArchTest
    public static void commentsFitTheLine(JavaClasses classes) {
        check(SourceRule.COMMENT_WIDTH);
    }

    @ArchTest
    public static void typesAreImported(JavaClasses classes) {
        check(SourceRule.QUALIFIED_NAME);
    }

    @ArchTest
    public static void typesAreNamedByTheVocabulary(JavaClasses classes) {
        check(SourceRule.TYPE_NAME);
    }

    @ArchTest
    public static void settingsAreNamedByTheVocabulary(JavaClasses classes) {
        check(SourceRule.SETTING);
    }

    private SourceRules() {}

    private static void check(SourceRule rule) {
        SourceTree module = SourceTree.ofModule();
        List<String> report = rule.report(module, Excused.on(module));
        if (!report.isEmpty()) {
            throw new AssertionError(rule + ": " + rule.sentence() + "\n  " + String.join("\n  ", report));
        }
    }
}
