package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcClient;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.market.ServerTime;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Reads the exchange's clock in the background: a burst at first, then now and then. Never on an order's way. */
final class ClockSampler implements AutoCloseable {
    private static final int BURST = 5;
    private static final Duration BURST_GAP = Duration.ofMillis(200);

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
            offset.add(answer.timing().sample(answer.value()));
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
