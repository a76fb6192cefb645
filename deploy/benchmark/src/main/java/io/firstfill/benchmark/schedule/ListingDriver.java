package io.firstfill.benchmark.schedule;

import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.benchmark.time.Micros;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;

/**
 * Adds each planned listing at the simulator when its time has come. A pair's market maker quotes once and then rests:
 * hundreds of active markets would keep the simulator's one thread busy, and an order would be late through no fault of
 * the services.
 */
public final class ListingDriver implements Runnable {
    private static final JsonObject RESTING =
            new JsonObject().put("makerTrades", false).put("makerIntervalMillis", 86_400_000);

    private final SimulatorClient exchange;
    private final List<PlannedListing> schedule;
    private final InstantSource clock;

    /** @param schedule in the order of {@code listAt} */
    public ListingDriver(SimulatorClient exchange, List<PlannedListing> schedule, InstantSource clock) {
        this.exchange = exchange;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (PlannedListing listing : schedule) {
            ClockWait.until(listing.listAt(), clock);
            exchange.send("POST", "/listings", request(listing)).expect(201);
        }
    }

    private static JsonObject request(PlannedListing listing) {
        return new JsonObject()
                .put("base", listing.base())
                .put("quote", "USDT")
                .put("fullName", listing.base())
                .put("openAt", listing.openAt().toString())
                .put("openDelayMillis", Micros.millis(listing.delayMicros()))
                .put("referencePrice", "0.02")
                .put("surprise", listing.phase().surprise())
                .put("behaviour", RESTING);
    }
}
