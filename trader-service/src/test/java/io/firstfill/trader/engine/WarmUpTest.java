package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Proves that the warm-up runs the code of a buy before the first buy of a process (SC-002). */
class WarmUpTest {
    private static final int ROUNDS = 20;
    private static final int OPENINGS = 2;
    /** Probes of each buy that waits for an opening. */
    private static final int PROBES = 4;

    private static final int REQUESTS = ROUNDS + OPENINGS * (1 + PROBES);

    @Test
    void everyRoundSendsARequestThatTheExchangeCannotTakeAndEachOpeningItsProbes() {
        try (EngineFixture fixture = new EngineFixture().open()) {
            fixture.warmUp(() -> {}).run(ROUNDS);

            fixture.await(() -> fixture.exchange.placed.size() >= REQUESTS, "all requests");
            fixture.time.advance(Duration.ofSeconds(2));
            assertThat(fixture.exchange.placed).hasSize(REQUESTS);
            assertThat(fixture.exchange.placed.stream().distinct()).hasSize(ROUNDS + OPENINGS);
            assertThat(fixture.exchange.signatures)
                    .as("loaded requests are fired, not signed again")
                    .hasSize(REQUESTS);
            assertThat(fixture.exchange.placedFor).containsOnly(Instant.EPOCH);
            assertThat(fixture.published(OrderEvent.class)).as("published").isEmpty();
        }
    }

    @Test
    void aWarmUpIsOverWhenItsLastRequestHasBeenSentAndAtOnceWhereNoneIsPossible() {
        try (EngineFixture fixture = new EngineFixture().open()) {
            AtomicInteger over = new AtomicInteger();

            fixture.warmUp(over::incrementAndGet).run(ROUNDS);

            fixture.await(() -> over.get() == 1, "over");
            assertThat(fixture.exchange.placed).hasSize(REQUESTS);
            fixture.warmUp(over::incrementAndGet).run(0);
            fixture.time.runDue();
            assertThat(over).hasValue(2);
        }
    }
}
