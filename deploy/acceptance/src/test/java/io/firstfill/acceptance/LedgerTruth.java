package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The invariant every scenario ends with: what the ledger says is what the exchange did. */
final class LedgerTruth {
    private static final Set<String> WENT_OUT =
            Set.of("ACCEPTED", "PARTIALLY_FILLED", "FILLED", "CANCELED", "UNRESOLVED");

    private final GatewayClient reader;
    private final SimulatorClient exchange;

    LedgerTruth(GatewayClient reader, SimulatorClient exchange) {
        this.reader = reader;
        this.exchange = exchange;
    }

    List<JsonObject> trades(String base) {
        return rows("/trades", base);
    }

    List<JsonObject> orders(String base) {
        return rows("/orders", base);
    }

    /** One buy at the exchange, the same one in the ledger, to the last digit, and within the quote amount. */
    void boughtOnce(String base) {
        await("ledger to have the final order of " + base)
                .atMost(Duration.ofSeconds(10))
                .until(() -> orders(base).stream().anyMatch(order -> "FILLED".equals(order.getString("status"))));
        List<JsonObject> placed = exchange.orders(base + "USDT");
        List<JsonObject> recorded = orders(base).stream()
                .filter(order -> WENT_OUT.contains(order.getString("status")))
                .toList();

        assertThat(placed).as("orders at the exchange for " + base).hasSize(1);
        assertThat(recorded).as("orders in the ledger for " + base).hasSize(1);
        same(recorded.getFirst(), placed.getFirst());
        assertThat(amount(placed.getFirst(), "executedQuote")).isLessThanOrEqualTo(Scenario.QUOTE_AMOUNT);
        auditedJournal();
    }

    /** No order at the exchange, and none in the ledger that says otherwise. */
    void neverBought(String base) {
        assertThat(exchange.orders(base + "USDT"))
                .as("orders at the exchange for " + base)
                .isEmpty();
        assertThat(orders(base))
                .as("orders in the ledger for " + base)
                .noneMatch(order -> WENT_OUT.contains(order.getString("status")));
        assertThat(trades(base)).isEmpty();
    }

    private void auditedJournal() {
        JsonObject verification = reader.ledger("/audit/verification?environment=paper")
                .expect(200)
                .json();
        assertThat(verification.getBoolean("intact")).as(verification.encode()).isTrue();
    }

    private static void same(JsonObject recorded, JsonObject placed) {
        assertThat(recorded.getString("exchangeOrderId"))
                .isEqualTo(placed.getJsonObject("terms").getString("id"));
        assertThat(recorded.getString("clientOrderId"))
                .isEqualTo(placed.getJsonObject("terms").getString("clientOrderId"));
        assertThat(amount(recorded, "filledQuantity")).isEqualByComparingTo(amount(placed, "executed"));
        assertThat(amount(recorded, "filledAmount")).isEqualByComparingTo(amount(placed, "executedQuote"));
    }

    private static BigDecimal amount(JsonObject row, String field) {
        return new BigDecimal(row.getValue(field).toString());
    }

    private List<JsonObject> rows(String path, String base) {
        return reader.ledger(path + "?environment=paper&pair=" + base + "/USDT")
                .expect(200)
                .items();
    }
}
