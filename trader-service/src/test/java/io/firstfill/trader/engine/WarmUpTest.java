package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderEvent;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.warmup.WarmUp;
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
            fixture.warmUp(new Counting()).run(ROUNDS);

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
    void aWarmUpIsOverWhenItsLastRequestHasBeenSentAndNotWhereNoneIsPossible() {
        try (EngineFixture fixture = new EngineFixture().open()) {
            Counting progress = new Counting();

            fixture.warmUp(progress).run(0);
            fixture.time.advance(Duration.ofSeconds(5));
            assertThat(progress.over).hasValue(0);
            assertThat(progress.impossible).hasValue(1);

            fixture.warmUp(progress).run(ROUNDS);
            fixture.await(() -> progress.over.get() == 1, "over");
            assertThat(fixture.exchange.placed).hasSize(REQUESTS);
        }
    }

    @Test
    void theFirstWarmUpWaitsForANearOpeningAndIsALongOneAllTheSame() {
        try (EngineFixture fixture = new EngineFixture()) {
            Instant opening = fixture.now().plusSeconds(4);
            fixture.past(Messages.trading(), Messages.started(), Messages.armed(opening))
                    .past(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)))
                    .open();
            assertThat(fixture.warmUps).isEmpty();

            fixture.time.advance(Duration.ofSeconds(45));

            assertThat(fixture.warmUps).containsExactly(300, 10);
        }
    }

    @Test
    void withoutAKeyNoWarmUpIsPossible() {
        try (EngineFixture fixture = new EngineFixture()) {
            fixture.reading = new KeyReading.Missing("none");

            fixture.open();

            assertThat(fixture.warmUps).containsOnly(0);
        }
    }

    private static final class Counting implements WarmUp.Progress {
        private final AtomicInteger over = new AtomicInteger();
        private final AtomicInteger impossible = new AtomicInteger();

        @Override
        public void over() {
            over.incrementAndGet();
        }

        @Override
        public void impossible() {
            impossible.incrementAndGet();
        }
    }
}
