package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The first buy of a process must not be the first run of its code (SC-002). */
class WarmUpTest {
    private static final int ROUNDS = 20;
    /** Two more wait for an opening timer. */
    private static final int BUYS = ROUNDS + 2;

    @Test
    void everyRoundGoesAllTheWayToARequestThatCannotBeTaken() {
        try (EngineFixture fixture = new EngineFixture().open()) {
            fixture.warmUp().run(ROUNDS);

            fixture.await(() -> fixture.exchange.placed.size() >= BUYS, "all buys");
            assertThat(fixture.exchange.placed).doesNotHaveDuplicates().hasSize(BUYS);
            assertThat(fixture.exchange.signatures)
                    .as("what was loaded is fired")
                    .doesNotHaveDuplicates();
            assertThat(fixture.exchange.placedFor).containsOnly(Instant.EPOCH);
            assertThat(fixture.published(OrderEvent.class)).as("published").isEmpty();
        }
    }
}
