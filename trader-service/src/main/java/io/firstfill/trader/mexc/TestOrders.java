package io.firstfill.trader.mexc;

import io.firstfill.mexc.LoadedCall;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.clock.ClockEstimate;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.trader.warmup.WarmUpSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends test orders, which the exchange checks and never executes, over the connections kept for orders, and measures
 * with them how long our own way to the socket is. Thread-safe.
 */
final class TestOrders {
    private static final int CONNECTIONS = 2;
    private static final int REFUSALS = 4;
    private static final String NO_PAIR = "NOSUCHPAIRUSDT";
    /** Openings that follow one another ask again and again; more test orders than these would starve the look-ups. */
    private static final Duration STAYS_WARM = Duration.ofSeconds(3);

    /**
     * Time for a connection to be there: a call is measured as a shot is fired, from another thread, over a held
     * connection.
     */
    private static final Executor ONCE_LOADED = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private static final BigDecimal AMOUNT = BigDecimal.TEN;
    /** The longest allowance for the clock's error: beyond it waiting costs more than a refusal. */
    private static final Duration LONGEST_ALLOWANCE = Duration.ofMillis(1);

    private final WarmUpSettings settings;
    private final InstantSource clock;
    private final SendLatency latency = new SendLatency();
    /**
     * The first test orders are for a pair that does not exist, so that a refusal has been read before the first probe
     * of an opening is refused.
     */
    private final AtomicInteger refusals = new AtomicInteger(REFUSALS);

    private volatile Instant warmUntil = Instant.MIN;

    TestOrders(WarmUpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends one test order over each connection, unless that was done a moment ago. */
    void send(MexcSignedClient client) {
        Instant now = clock.instant();
        if (now.isBefore(warmUntil)) {
            return;
        }
        warmUntil = now.plus(STAYS_WARM);
        for (int i = 0; i < CONNECTIONS; i++) {
            LoadedCall<Boolean> test = client.loadTest(order(symbol()));
            ONCE_LOADED.execute(() -> {
                Instant fired = clock.instant();
                test.fire().subscribe().with(result -> latency.measured(fired, result));
            });
        }
    }

    /**
     * Returns how long before a moment a request has to be fired to arrive at that moment: the shortest time from
     * firing to the bytes on the socket, zero while nothing has been measured, and half the round trip, less the
     * clock's error.
     */
    Duration lead(ClockEstimate clock) {
        Duration error = clock.uncertainty();
        return latency.toSocket()
                .plus(clock.bestRoundTrip().dividedBy(2))
                .minus(error.compareTo(LONGEST_ALLOWANCE) <= 0 ? error : LONGEST_ALLOWANCE);
    }

    private MexcSymbol symbol() {
        return new MexcSymbol(refusals.getAndDecrement() > 0 ? NO_PAIR : settings.symbol());
    }

    private static OrderRequest order(MexcSymbol symbol) {
        return new OrderRequest.MarketBuy(symbol, AMOUNT, MexcNames.clientOrderId("warm-up"));
    }
}
