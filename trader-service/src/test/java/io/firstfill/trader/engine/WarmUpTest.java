package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that the warm-up runs the code of a buy before the first buy of a process (SC-002). */
class WarmUpTest {
    private static final int ROUNDS = 20;
    /** One buy a round, and two more that wait for an opening timer. */
    private static final int BUYS = ROUNDS + 2;

    @Test
    void everyRoundSendsARequestThatTheExchangeCannotTake() {
        try (EngineFixture fixture = new EngineFixture().open()) {
            fixture.warmUp().run(ROUNDS);

            fixture.await(() -> fixture.exchange.placed.size() >= BUYS, "all buys");
            assertThat(fixture.exchange.placed).doesNotHaveDuplicates().hasSize(BUYS);
            assertThat(fixture.exchange.signatures)
                    .as("loaded requests are fired, not signed again")
                    .doesNotHaveDuplicates();
            assertThat(fixture.exchange.placedFor).containsOnly(Instant.EPOCH);
            assertThat(fixture.published(OrderEvent.class)).as("published").isEmpty();
        }
    }
}
