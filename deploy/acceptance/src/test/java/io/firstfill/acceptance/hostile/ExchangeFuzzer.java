package io.firstfill.acceptance.hostile;

import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lets the exchange answer and push what no client expects: on every endpoint and channel, by seed. */
final class ExchangeFuzzer {
    private static final List<String> CHANNELS = List.of(
            "spot@private.orders.v3.api.pb",
            "spot@private.deals.v3.api.pb",
            "spot@private.account.v3.api.pb",
            "spot@public.aggre.bookTicker.v3.api.pb",
            "spot@public.aggre.deals.v3.api.pb",
            "spot@public.miniTickers.v3.api.pb");

    private final SimulatorClient exchange;
    private final RandomGenerator random;

    ExchangeFuzzer(SimulatorClient exchange, RandomGenerator random) {
        this.exchange = exchange;
        this.random = random;
    }

    /** Begins a round: one answer in eight has a hostile field, one in sixteen odd rows, one push in four is odd. */
    void begin(boolean inTurn) {
        exchange.inject(rule("0.12", new JsonObject().put("inTurn", inTurn)));
        exchange.inject(rule("0.06", new JsonObject().put("rows", true)));
        CHANNELS.forEach(
                channel -> exchange.inject(rule("0.25", new JsonObject()).put("endpoint", "PUSH " + channel)));
    }

    /** Ends the round; returns how many answers and pushes were mutated. */
    int end() {
        int hits = exchange.faultHits().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        exchange.clearFaults();
        return hits;
    }

    private JsonObject rule(String probability, JsonObject mutation) {
        return new JsonObject()
                .put("probability", probability)
                .put("seed", random.nextInt(1, Integer.MAX_VALUE))
                .put("effect", mutation.put("type", "mutate").put("seed", random.nextInt(1, 1_000_000)));
    }
}
