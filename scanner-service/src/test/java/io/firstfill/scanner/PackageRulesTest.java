package io.firstfill.scanner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.firstfill.scanner.breach.feed.Known;
import io.firstfill.scanner.breach.listing.KnowsFeed;
import io.firstfill.scanner.breach.surplus.WithoutEntry;
import org.junit.jupiter.api.Test;

/** A breach of the package rules fails the build. */
class PackageRulesTest {
    private static final String ROOT = "io.firstfill.scanner.breach";

    @Test
    void aPackageThatKnowsAnotherItMayNotKnowFails() {
        JavaClasses classes = new ClassFileImporter().importClasses(KnowsFeed.class, Known.class);

        assertThatThrownBy(() -> PackageRules.of(ROOT).check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("listing may know []")
                .hasMessageContaining("KnowsFeed");
    }

    @Test
    void aPackageWithoutAnEntryFails() {
        JavaClasses classes = new ClassFileImporter().importClasses(WithoutEntry.class, Known.class);

        assertThatThrownBy(() -> PackageRules.of(ROOT).check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("needs an entry")
                .hasMessageContaining("WithoutEntry");
    }
}
