package io.firstfill.local.bench;

import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the simulator of each listing when its time comes. A pair's market maker quotes once and then rests: hundreds of
 * lively markets would keep the simulator's one thread busy, and an order would be late through no fault of ours.
 */
final class ListingDriver implements Runnable {
    private static final JsonObject RESTING =
            new JsonObject().put("makerTrades", false).put("makerIntervalMillis", 86_400_000);

    private final SimulatorClient exchange;
    private final List<Coming> listings;
    private final InstantSource clock;

    ListingDriver(SimulatorClient exchange, List<Coming> listings, InstantSource clock) {
        this.exchange = exchange;
        this.listings = listings;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (Coming coming : listings) {
            await(coming.tellAt(), clock);
            exchange.send("POST", "/listings", listing(coming)).expect(201);
        }
    }

    /** Returns at once when the time has passed or the thread is interrupted. */
    static void await(Instant time, InstantSource clock) {
        Duration rest = Duration.between(clock.instant(), time);
        while (rest.isPositive() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(rest.toNanos());
            rest = Duration.between(clock.instant(), time);
        }
    }

    private static JsonObject listing(Coming coming) {
        return new JsonObject()
                .put("base", coming.base())
                .put("quote", "USDT")
                .put("fullName", coming.base())
                .put("openAt", coming.openAt().toString())
                .put("openDelayMillis", Micros.millis(coming.delayMicros()))
                .put("referencePrice", "0.02")
                .put("surprise", coming.phase().surprise())
                .put("behaviour", RESTING);
    }
}
