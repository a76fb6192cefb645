package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.PermitId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a trader is killed between two records of an order, its successor leaves permits, positions and caps as they
 * are without the kill: every life of an order is run once whole, and once for each record it writes, with the kill
 * right before and right after that record.
 */
class KillBetweenRecordsTest {
    static final PermitId BEST_PERMIT = PermitId.derivedFrom("permit 3");
    private static final Map<String, String> SETTINGS = Map.of("firstfill.trader.reconcile.resolve-limit", "PT20S");
    /** Longer than the deadline of the signal, every look-up and every back-off together. */
    private static final Duration WHOLE_LIFE = Duration.ofMinutes(3);

    static Stream<OrderLife> lives() {
        return OrderLife.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void aKillBetweenAnyTwoRecordsChangesNothing(OrderLife life) {
        LifeRun whole = new LifeRun(life, SETTINGS).run(WHOLE_LIFE);
        whole.assertConsistent();
        assertThat(whole.records()).as("records of the whole life").isPositive();

        for (int record = 0; record < whole.records(); record++) {
            for (boolean written : new boolean[] {false, true}) {
                LifeRun killed =
                        new LifeRun(life, SETTINGS).killAt(record, written).run(WHOLE_LIFE);
                killed.assertConsistent();
                killed.assertLike(whole);
            }
        }
    }
}
