package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.market.ServerTime;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Measures the exchange's clock in the background: in a burst at the start and when an answer contradicts the estimate,
 * else once per interval. No order ever waits for a measurement.
 */
final class ClockSampler implements AutoCloseable {
    private static final int BURST = 5;
    /** The trader may send two polls a second by default, and readings of the book need one of them. */
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

    /** Measures anew, because the exchange has refused a timestamp. */
    void refuted() {
        offset.refuted();
        burst();
    }

    private void burst() {
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
