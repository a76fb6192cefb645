package io.firstfill.local.client;

import io.firstfill.local.Stack;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * A listing with more said about it than a name and a time.
     *
     * @param details as the control port takes them: surprise, openDelayMillis, behaviour, …
     */
    public JsonObject list(String base, Instant openAt, BigDecimal referencePrice, JsonObject details) {
        return list(listing(base, openAt, referencePrice).mergeIn(details));
    }

    /** Postpones or advances an opening. */
    public void moveOpening(String symbol, Instant openAt) {
        send("PATCH", "/listings/" + symbol, new JsonObject().put("openAt", openAt.toString()))
                .expect(200);
    }

    public void withdraw(String symbol) {
        http.send("DELETE", "/listings/" + symbol, Map.of(), null).expect(200);
    }

    /** The switches of the exchange as a whole. */
    public JsonObject behaviour() {
        return get("/behaviour").expect(200).json();
    }

    /** @param switches of the exchange as a whole */
    public void behave(JsonObject switches) {
        send("PATCH", "/behaviour", switches).expect(200);
    }

    /** By the exchange's clock. */
    public Instant time() {
        return Instant.parse(get("/health").expect(200).json().getString("serverTime"));
    }

    /** Shifts the exchange's clock once. */
    public void jumpClock(Duration by) {
        send("POST", "/clock/jumps", new JsonObject().put("millis", by.toMillis()))
                .expect(200);
    }

    /** @return the id of the rule */
    public String inject(JsonObject rule) {
        return send("POST", "/faults", rule).expect(201).json().getString("id");
    }

    /** How often each fault rule has hit, by its id. */
    public Map<String, Integer> faultHits() {
        return get("/faults").expect(200).array().stream()
                .collect(Collectors.toMap(rule -> rule.getString("id"), rule -> rule.getInteger("hits")));
    }

    /** Ends every fault rule and forgives what limits and bans hold against us. */
    public void calm() {
        http.send("DELETE", "/faults", Map.of(), null).expect(200);
        http.send("DELETE", "/violations", Map.of(), null).expect(200);
    }

    public JsonObject listing(String symbol) {
        return get("/listings/" + symbol).expect(200).json();
    }

    /** All our orders, as the exchange has them. */
    public List<JsonObject> orders() {
        return get("/orders?account=paper").expect(200).array();
    }

    /** Our orders for a symbol, as the exchange has them. */
    public List<JsonObject> orders(String symbol) {
        return get("/orders?account=paper&symbol=" + symbol).expect(200).array();
    }

    public List<JsonObject> fills() {
        return get("/fills?account=paper").expect(200).array();
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
