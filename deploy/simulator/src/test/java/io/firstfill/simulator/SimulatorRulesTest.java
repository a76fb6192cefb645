package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.BadAccount;
import io.firstfill.simulator.book.BadBook;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that each rule of the simulator reports a breach. {@code ArchitectureTest} proves that the simulator has none.
 */
class SimulatorRulesTest {

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments(SimulatorRules.noSharedCode, BadBook.KnowsAnotherModule.class),
                arguments(SimulatorRules.packagesKnowOnlyTheListedOnes, BadBook.KnowsAccounts.class),
                arguments(SimulatorRules.httpInProtocolPackages, BadBook.KnowsHttp.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void reportsABreach(ArchRule rule, Class<?> breach) {
        assertThat(fails(rule, breach)).isTrue();
        assertThat(fails(rule, ManualClock.class)).isFalse();
    }

    @Test
    void reportsACycleBetweenPackages() {
        assertThat(fails(SimulatorRules.noCycles, BadBook.KnowsAccounts.class, BadAccount.class, Account.class))
                .isTrue();
        assertThat(fails(SimulatorRules.noCycles, BadBook.KnowsAccounts.class, Account.class))
                .isFalse();
    }

    private static boolean fails(ArchRule rule, Class<?>... classes) {
        return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
    }
}
