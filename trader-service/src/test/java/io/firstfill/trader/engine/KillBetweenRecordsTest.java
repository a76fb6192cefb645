package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.PermitId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that a kill of the trader between any two records of an order changes no permit and no position, and with them
 * no cap. The test runs every {@link OrderLife} once without a kill, and then twice for each record: with the kill
 * right before the record is written, and right after. The successor replays the topics in the order
 * of their messages, and with the events of orders before and after all other messages.
 */
class KillBetweenRecordsTest {
    static final PermitId BEST_PERMIT = PermitId.derivedFrom("permit 3");
    private static final Map<String, String> SETTINGS = Map.of("firstfill.trader.reconcile.resolve-limit", "PT20S");
    /** Longer than the deadline of the signal, every look-up and every back-off together. */
    private static final Duration LENGTH = Duration.ofMinutes(3);

    static Stream<OrderLife> lives() {
        return OrderLife.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void aKillBetweenAnyTwoRecordsChangesNothing(OrderLife life) {
        LifeRun whole = new LifeRun(life, SETTINGS).run(LENGTH);
        whole.outcome().assertConsistent();
        assertThat(whole.records()).as("records of the run without a kill").isPositive();

        for (int record = 0; record < whole.records(); record++) {
            for (boolean written : new boolean[] {false, true}) {
                compare(whole, new LifeRun(life, SETTINGS).killAt(record, written));
                compare(
                        whole,
                        new LifeRun(life, SETTINGS).killAt(record, written).replayOrders(true));
                compare(
                        whole,
                        new LifeRun(life, SETTINGS).killAt(record, written).replayOrders(false));
            }
        }
    }

    private static void compare(LifeRun whole, LifeRun killed) {
        killed.run(LENGTH);
        assertThat(killed.wasKilled()).as("killed").isTrue();
        killed.outcome().assertConsistent();
        killed.outcome().assertLike(whole.outcome());
    }
}
