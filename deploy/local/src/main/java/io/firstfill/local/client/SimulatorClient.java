package io.firstfill.local.client;

import io.firstfill.local.Stack;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exchange's own truth, and the market as a test arranges it. */
public final class SimulatorClient {
    private final JsonHttp http;

    private SimulatorClient(JsonHttp http) {
        this.http = http;
    }

    public static SimulatorClient of(Stack stack) {
        return new SimulatorClient(new JsonHttp(stack.simulatorControl()));
    }

    /** In the calendar and exchangeInfo at once, opening at the given time plus the exchange's own delay. */
    public JsonObject scheduleListing(String base, Instant openAt, BigDecimal referencePrice) {
        return list(listing(base, openAt, referencePrice).put("surprise", false));
    }

    /** Shown nowhere before it trades. */
    public JsonObject surpriseListing(String base, Instant openAt, BigDecimal referencePrice) {
        return list(listing(base, openAt, referencePrice).put("surprise", true));
    }

    public JsonObject listing(String symbol) {
        return get("/listings/" + symbol).expect(200).json();
    }

    /** Our orders for a symbol, as the exchange has them. */
    public List<JsonObject> orders(String symbol) {
        return get("/orders?account=paper&symbol=" + symbol).expect(200).array();
    }

    public List<JsonObject> fills(String symbol) {
        return get("/fills?account=paper&symbol=" + symbol).expect(200).array();
    }

    /** Every order request for a symbol that reached the exchange, refused ones too. */
    public List<JsonObject> arrivals(String symbol) {
        return get("/arrivals?symbol=" + symbol).expect(200).array();
    }

    /** Every order request for any symbol, in the order of arrival. */
    public List<JsonObject> arrivals() {
        return get("/arrivals").expect(200).array();
    }

    public List<JsonObject> listings() {
        return get("/listings").expect(200).array();
    }

    /** The first request that became an order. */
    public Optional<JsonObject> acceptedArrival(String symbol) {
        return arrivals(symbol).stream()
                .filter(arrival -> arrival.getString("orderId") != null)
                .findFirst();
    }

    public Answer send(String method, String path, JsonObject body) {
        return http.send(method, path, Map.of(), body);
    }

    private Answer get(String path) {
        return http.send("GET", path, Map.of(), null);
    }

    private JsonObject list(JsonObject listing) {
        return http.send("POST", "/listings", Map.of(), listing).expect(201).json();
    }

    private static JsonObject listing(String base, Instant openAt, BigDecimal referencePrice) {
        return new JsonObject()
                .put("base", base)
                .put("quote", "USDT")
                .put("fullName", base)
                .put("openAt", openAt.toString())
                .put("referencePrice", referencePrice.toPlainString());
    }
}
