package io.firstfill.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The invariant every scenario ends with: what the ledger says is what the exchange did, and it was allowed. */
final class LedgerAssertions {
    /** The ledger follows the exchange's answers; it does not wait for anything longer than a look-up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PAGE = 500;

    private final GatewayClient reader;
    private final SimulatorClient exchange;

    LedgerAssertions(GatewayClient reader, SimulatorClient exchange) {
        this.reader = reader;
        this.exchange = exchange;
    }

    List<JsonObject> trades(String base) {
        return rows("/trades", of(base));
    }

    List<JsonObject> listings(String base) {
        return rows("/listings", of(base));
    }

    List<JsonObject> alertsSince(Instant since, String kind) {
        return rows("/alerts", "&from=" + since).stream()
                .filter(alert -> kind.equals(alert.getString("kind")))
                .toList();
    }

    List<JsonObject> orders(String base) {
        return rows("/orders", of(base));
    }

    /** The invariant for everything since a moment, and for the journal as a whole. */
    void holdsSince(Instant since) {
        await("ledger and exchange to agree")
                .atMost(PATIENCE)
                .untilAsserted(() -> comparisonSince(since).agrees());
        auditedJournal();
    }

    /** The invariant for one pair. */
    void holdsFor(String base) {
        await("ledger and exchange to agree on " + base)
                .atMost(PATIENCE)
                .untilAsserted(() -> comparisonOf(base).agrees());
    }

    /** One buy at the exchange, filled whole, and the invariant. */
    void boughtOnce(String base) {
        holdsFor(base);
        assertThat(exchange.orders(base + "USDT"))
                .as("orders at the exchange for " + base)
                .hasSize(1);
        assertThat(trades(base))
                .as("trades in the ledger for " + base)
                .singleElement()
                .satisfies(trade -> assertThat(trade.getString("status")).isEqualTo("FILLED"));
        auditedJournal();
    }

    /** No order at the exchange, and none in the ledger that says otherwise. */
    void neverBought(String base) {
        assertThat(exchange.orders(base + "USDT"))
                .as("orders at the exchange for " + base)
                .isEmpty();
        assertThat(orders(base))
                .as("orders in the ledger for " + base)
                .allMatch(order -> order.getString("exchangeOrderId") == null);
        assertThat(trades(base)).isEmpty();
    }

    private void auditedJournal() {
        JsonObject verification = reader.ledger("/audit/verification?environment=paper")
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
                rows("/permits", from),
                rows("/positions", from));
    }

    private LedgerComparison comparisonOf(String base) {
        return new LedgerComparison(
                exchange.orders(base + "USDT"),
                exchange.fills(base + "USDT"),
                orders(base),
                rows("/permits", ""),
                rows("/positions", of(base)));
    }

    private static String of(String base) {
        return "&pair=" + base + "/USDT";
    }

    private List<JsonObject> rows(String path, String filter) {
        List<JsonObject> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = reader.ledger(path + "?environment=paper&limit=" + PAGE + filter + cursor)
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
