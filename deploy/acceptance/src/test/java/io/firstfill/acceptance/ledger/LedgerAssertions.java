package io.firstfill.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ledger's records and asserts the invariant that every scenario ends with: the ledger has recorded what the
 * exchange did, and nothing was bought that was not allowed.
 */
public final class LedgerAssertions {
    /** The quote amount of every scenario's configuration. */
    public static final BigDecimal QUOTE_AMOUNT = new BigDecimal("50");

    /** The ledger records the exchange's answers as they come; nothing takes longer than an order query. */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(10);

    /** An order in doubt is looked up at least once a minute. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    private static final int PAGE = 500;

    private final GatewayClient reader;
    private final SimulatorClient exchange;
    private final String environment;

    /** Of the environment {@code paper}. */
    public LedgerAssertions(GatewayClient reader, SimulatorClient exchange) {
        this(reader, exchange, "paper");
    }

    /** @param exchange reads the account of the environment */
    public LedgerAssertions(GatewayClient reader, SimulatorClient exchange, String environment) {
        this.reader = reader;
        this.exchange = exchange;
        this.environment = environment;
    }

    /** Every row of the journal of the environment, in order of position. */
    public List<JsonObject> journal() {
        List<JsonObject> rows = new ArrayList<>();
        long position = 0;
        List<JsonObject> page;
        do {
            page = reader.ledger("/journal?environment=" + environment + "&limit=" + PAGE + "&after=" + position)
                    .expect(200)
                    .items();
            rows.addAll(page);
            position = page.isEmpty() ? position : page.getLast().getLong("position");
        } while (page.size() == PAGE);
        return rows;
    }

    /** The first page of a list of the ledger for the environment. */
    public JsonResponse page(String path) {
        return reader.ledger(path + "?environment=" + environment);
    }

    public List<JsonObject> trades(String base) {
        return rows("/trades", pairFilter(base));
    }

    public List<JsonObject> listings(String base) {
        return rows("/listings", pairFilter(base));
    }

    public List<JsonObject> alertsSince(Instant since, String kind) {
        return rows("/alerts", "&from=" + since).stream()
                .filter(alert -> kind.equals(alert.getString("kind")))
                .toList();
    }

    /** The order attempts for one base asset. */
    public List<JsonObject> orders(String base) {
        return rows("/orders", pairFilter(base));
    }

    /** The orders that sell one base asset. */
    public List<JsonObject> sells(String base) {
        return rows("/sells", pairFilter(base));
    }

    public List<JsonObject> exits(String base) {
        return rows("/exits", pairFilter(base));
    }

    public List<JsonObject> positions(String base) {
        return rows("/positions", pairFilter(base));
    }

    /** Asserts the invariant for all orders since a time, and the integrity of the whole journal. */
    public void assertMatchesExchangeSince(Instant since) {
        await("ledger and exchange to agree")
                .atMost(RECORDED_WITHIN)
                .untilAsserted(() -> comparisonSince(since).assertAgreement());
        assertJournalIntact();
    }

    /**
     * Asserts that of all orders since a time the ledger has those that the exchange has, with their quantities and
     * amounts, and no other. Says nothing of how each was settled: where answers were hostile a person may have to.
     */
    public void assertSameExecutionsSince(Instant since) {
        await("ledger and exchange to agree on what " + environment + " has bought")
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> comparisonSince(since).assertSameExecutions());
    }

    /** Asserts the invariant for one pair. */
    public void assertMatchesExchange(String base) {
        await("ledger and exchange to agree on " + base)
                .atMost(RECORDED_WITHIN)
                .untilAsserted(() -> comparisonOf(base).assertAgreement());
    }

    /** Asserts one order at the exchange, completely filled, the invariant, and the integrity of the journal. */
    public void assertBoughtOnce(String base) {
        assertMatchesExchange(base);
        assertThat(exchange.orders(base + "USDT"))
                .as("orders at the exchange for " + base)
                .hasSize(1);
        assertThat(trades(base))
                .as("trades in the ledger for " + base)
                .singleElement()
                .satisfies(trade -> assertThat(trade.getString("status")).isEqualTo("FILLED"));
        assertJournalIntact();
    }

    /** Asserts that there is no order at the exchange, and in the ledger none with an exchange order id. */
    public void assertNeverBought(String base) {
        assertThat(exchange.orders(base + "USDT"))
                .as("orders at the exchange for " + base)
                .isEmpty();
        assertThat(orders(base))
                .as("orders in the ledger for " + base)
                .allMatch(order -> order.getString("exchangeOrderId") == null);
        assertThat(trades(base)).isEmpty();
    }

    public void assertJournalIntact() {
        JsonObject verification = reader.ledger("/audit/verification?environment=" + environment)
                .expect(200)
                .json();
        assertThat(verification.getBoolean("intact")).as(verification.encode()).isTrue();
    }

    private LedgerComparison comparisonSince(Instant since) {
        String from = "&from=" + since;
        return new LedgerComparison(
                exchange.orders().stream()
                        .filter(order ->
                                !Instant.parse(order.getString("receivedAt")).isBefore(since))
                        .toList(),
                exchange.fills(),
                rows("/orders", from),
                rows("/sells", from),
                rows("/permits", from),
                rows("/positions", from));
    }

    private LedgerComparison comparisonOf(String base) {
        return new LedgerComparison(
                exchange.orders(base + "USDT"),
                exchange.fills(base + "USDT"),
                orders(base),
                sells(base),
                rows("/permits", ""),
                rows("/positions", pairFilter(base)));
    }

    private static String pairFilter(String base) {
        return "&pair=" + URLEncoder.encode(base + "/USDT", StandardCharsets.UTF_8);
    }

    private List<JsonObject> rows(String path, String filter) {
        List<JsonObject> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = reader.ledger(path + "?environment=" + environment + "&limit=" + PAGE + filter + cursor)
                    .expect(200)
                    .json();
            JsonArray items = page.getJsonArray("items");
            items.forEach(item -> rows.add((JsonObject) item));
            String next = page.getString("nextCursor");
            cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return rows;
    }
}
