package io.firstfill.local.client;

import io.firstfill.local.config.Ports;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls the simulator's control API: reads orders, fills and arrived requests as the exchange holds them, lists pairs,
 * sets the exchange's behaviour and injects faults.
 */
public final class SimulatorClient {
    private final JsonHttpClient http;
    private final String account;

    private SimulatorClient(JsonHttpClient http, String account) {
        this.http = http;
        this.account = account;
    }

    /** A client that reads the orders and fills of the environment {@code paper}. */
    public static SimulatorClient of(Stack stack) {
        return of(stack, "paper");
    }

    /** A client that reads the orders and fills of the environment's account. */
    public static SimulatorClient of(Stack stack, String environment) {
        return new SimulatorClient(new JsonHttpClient(stack.simulatorControl()), environment);
    }

    /** A client of a stack that runs in another process. */
    public static SimulatorClient at(Ports ports, String environment) {
        URI control = URI.create(Ports.localUrl(ports.simulatorControl()));
        return new SimulatorClient(new JsonHttpClient(control), environment);
    }

    /** Opens the account that this client reads, with a key of one's own and some USDT. */
    public void openAccount(String apiKey, String secret, BigDecimal usdt) {
        send(
                        "POST",
                        "/accounts",
                        new JsonObject()
                                .put("name", account)
                                .put("apiKey", apiKey)
                                .put("secret", secret)
                                .put("balances", new JsonObject().put("USDT", usdt.toPlainString())))
                .expect(201);
    }

    /** The open sockets of the account's private streams. */
    public List<JsonObject> streams() {
        return get("/streams?account=" + account).expect(200).array();
    }

    /** A client of a simulator elsewhere, which reads the orders and fills of the environment's account. */
    public static SimulatorClient at(URI control, String environment) {
        return new SimulatorClient(new JsonHttpClient(control), environment);
    }

    /** The name of the account whose orders and fills this client reads. */
    public String account() {
        return account;
    }

    /**
     * Adds a listing to the calendar and to exchangeInfo at once.
     *
     * @param openAt the announced opening; the pair opens then plus the exchange's own delay
     */
    public JsonObject scheduleListing(String base, Instant openAt, BigDecimal referencePrice) {
        return list(listing(base, openAt, referencePrice).put("surprise", false));
    }

    /** Adds a listing that the exchange shows nowhere before it trades. */
    public JsonObject surpriseListing(String base, Instant openAt, BigDecimal referencePrice) {
        return list(listing(base, openAt, referencePrice).put("surprise", true));
    }

    /**
     * Adds a listing with further fields.
     *
     * @param details the fields as the control API takes them: surprise, openDelayMillis, behaviour, …
     */
    public JsonObject list(String base, Instant openAt, BigDecimal referencePrice, JsonObject details) {
        return list(listing(base, openAt, referencePrice).mergeIn(details));
    }

    /** Postpones or advances an announced opening. */
    public void moveOpening(String symbol, Instant openAt) {
        send("PATCH", "/listings/" + encoded(symbol), new JsonObject().put("openAt", openAt.toString()))
                .expect(200);
    }

    /** Moves the price around which a pair is quoted; the quotes follow within a quarter of a second. */
    public void movePrice(String symbol, BigDecimal referencePrice) {
        send(
                        "PATCH",
                        "/listings/" + encoded(symbol),
                        new JsonObject().put("referencePrice", referencePrice.toPlainString()))
                .expect(200);
    }

    /** Takes free funds out of the account, as somebody does who sells or moves them elsewhere. */
    public void takeOut(String asset, BigDecimal amount) {
        JsonObject funds = new JsonObject().put("asset", asset).put("amount", amount.toPlainString());
        send("POST", "/accounts/" + account + "/withdrawals", funds).expect(200);
    }

    /** What the account holds of an asset beside its open orders; 0 when it has never had any. */
    public BigDecimal free(String asset) {
        JsonObject balances = get("/accounts/" + account).expect(200).json().getJsonObject("balances");
        JsonObject holding = balances.getJsonObject(asset);
        return holding == null ? BigDecimal.ZERO : new BigDecimal(holding.getString("free"));
    }

    /** Withdraws an announced listing. */
    public void withdraw(String symbol) {
        http.send("DELETE", "/listings/" + encoded(symbol), Map.of(), null).expect(200);
    }

    /** The behaviour settings of the whole exchange. */
    public JsonObject behaviour() {
        return get("/behaviour").expect(200).json();
    }

    /** Changes the given behaviour settings of the whole exchange. */
    public void changeBehaviour(JsonObject settings) {
        send("PATCH", "/behaviour", settings).expect(200);
    }

    /** The time by the exchange's clock. */
    public Instant time() {
        return Instant.parse(get("/health").expect(200).json().getString("serverTime"));
    }

    /** Shifts the exchange's clock once. */
    public void jumpClock(Duration by) {
        send("POST", "/clock/jumps", new JsonObject().put("millis", by.toMillis()))
                .expect(200);
    }

    /**
     * Adds a fault rule.
     *
     * @return the id of the rule
     */
    public String inject(JsonObject rule) {
        return send("POST", "/faults", rule).expect(201).json().getString("id");
    }

    /** The number of requests and pushes that each fault rule has hit, by rule id. */
    public Map<String, Integer> faultHits() {
        return get("/faults").expect(200).array().stream()
                .collect(Collectors.toMap(rule -> rule.getString("id"), rule -> rule.getInteger("hits")));
    }

    /** Removes all fault rules and clears the counts of rate-limit violations and the bans. */
    public void clearFaults() {
        http.send("DELETE", "/faults", Map.of(), null).expect(200);
        http.send("DELETE", "/violations", Map.of(), null).expect(200);
    }

    public JsonObject listing(String symbol) {
        return get("/listings/" + encoded(symbol)).expect(200).json();
    }

    /** All orders of our account at the exchange. */
    public List<JsonObject> orders() {
        return get("/orders?account=" + account).expect(200).array();
    }

    /** The orders of our account for one symbol. */
    public List<JsonObject> orders(String symbol) {
        return get("/orders?account=" + account + "&symbol=" + encoded(symbol))
                .expect(200)
                .array();
    }

    public List<JsonObject> fills() {
        return get("/fills?account=" + account).expect(200).array();
    }

    public List<JsonObject> fills(String symbol) {
        return get("/fills?account=" + account + "&symbol=" + encoded(symbol))
                .expect(200)
                .array();
    }

    /** All order requests for one symbol that reached the exchange, refused ones too, in the order of arrival. */
    public List<JsonObject> arrivals(String symbol) {
        return get("/arrivals?account=" + account + "&symbol=" + encoded(symbol))
                .expect(200)
                .array();
    }

    /** All order requests for any symbol, in the order of arrival. */
    public List<JsonObject> arrivals() {
        return get("/arrivals").expect(200).array();
    }

    public List<JsonObject> listings() {
        return get("/listings").expect(200).array();
    }

    /** The first order request for the symbol that the exchange accepted as an order. */
    public Optional<JsonObject> acceptedArrival(String symbol) {
        return arrivals(symbol).stream()
                .filter(arrival -> arrival.getString("orderId") != null)
                .findFirst();
    }

    public JsonResponse send(String method, String path, @Nullable JsonObject body) {
        return http.send(method, path, Map.of(), body);
    }

    /** A ticker may be in any script. */
    private static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }

    private JsonResponse get(String path) {
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
