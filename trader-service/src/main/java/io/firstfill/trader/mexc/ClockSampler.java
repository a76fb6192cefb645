package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.market.ServerTime;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Reads the exchange's clock in the background: a burst at first and when an answer contradicts what is known, then now
 * and then. Never on an order's way.
 */
final class ClockSampler implements AutoCloseable {
    private static final int BURST = 5;
    /** Two polls a second are the trader's by default, and the order book wants one of them. */
    private static final Duration BURST_GAP = Duration.ofMillis(600);

    private static final Logger LOG = Logger.getLogger(ClockSampler.class);

    private final Vertx vertx;
    private final MexcClient market;
    private final ClockOffset offset;
    private final long timer;

    ClockSampler(Vertx vertx, MexcClient market, ClockOffset offset, Duration interval) {
        this.vertx = vertx;
        this.market = market;
        this.offset = offset;
        timer = vertx.setPeriodic(interval.toMillis(), tick -> sample());
        burst();
    }

    void burst() {
        sample();
        for (int i = 1; i < BURST; i++) {
            vertx.setTimer(BURST_GAP.multipliedBy(i).toMillis(), tick -> sample());
        }
    }

    private void sample() {
        market.time().subscribe().with(this::read);
    }

    private void read(MexcResult<ServerTime> result) {
        if (result instanceof MexcResult.Answer<ServerTime> answer) {
            switch (offset.add(answer.timing().sample(answer.value()))) {
                case AGREED -> {}
                case DOUBTED -> vertx.setTimer(BURST_GAP.toMillis(), again -> sample());
                case STEPPED -> {
                    LOG.warn("A clock has stepped, ours or the exchange's; it is measured anew");
                    burst();
                }
            }
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
