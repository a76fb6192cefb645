package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.firstfill.sample.kafka.KafkaOrders;
import io.firstfill.sample.order.GoodOrder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules about packages report a dependency without an entry, a package without an entry, and nothing else. */
class PackageRulesTest {
    private static final String SAMPLE = "io.firstfill.sample";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importClasses(GoodOrder.class, KafkaOrders.class);

    @Test
    void everyDependencyIsReportedExactlyWhenTheTableDoesNotAllowIt() {
        PackageRules rules = PackageRules.of(
                SAMPLE,
                Map.of("", Set.of("order"), "order", Set.of(), "kafka", Set.of("order"), "web", Set.of("kafka")));

        assertThatCode(rules::proveThatBreachesFail).doesNotThrowAnyException();
    }

    @Test
    void aPackageWithoutAnEntryIsABreach() {
        PackageRules rules = PackageRules.of(SAMPLE, Map.of("order", Set.of()));

        assertThatThrownBy(() -> rules.check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("needs an entry")
                .hasMessageContaining("KafkaOrders");
    }

    @Test
    void anEntryThatNamesAPackageWithoutOneIsRefused() {
        Map<String, Set<String>> table = Map.of("order", Set.of("ordr"));

        assertThatThrownBy(() -> PackageRules.of(SAMPLE, table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ordr");
    }
}
