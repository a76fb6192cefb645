package io.firstfill.acceptance.ledger;

import io.firstfill.acceptance.Scenario;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Ledger and exchange side by side.
 *
 * @param placed our orders as the exchange has them
 * @param fills at least those of the placed orders
 * @param recorded order attempts in the ledger
 * @param permits at least those of the recorded attempts
 */
record LedgerComparison(
        List<JsonObject> placed,
        List<JsonObject> fills,
        List<JsonObject> recorded,
        List<JsonObject> permits,
        List<JsonObject> positions) {
    /** Any other status still waits for something. */
    static final Set<String> ENDED = Set.of("DENIED", "ABSENT", "REJECTED", "CANCELED", "FILLED");

    void agrees() {
        recorded.forEach(LedgerComparison::ended);
        sameOrders();
        placed.forEach(this::sameFills);
        buys().forEach(LedgerComparison::oneBuy);
        recorded.forEach(this::permitSettled);
        positionsAreTheFills();
    }

    private static void ended(JsonObject order) {
        assertThat(order.getString("status")).as("end of %s", order).isIn(ENDED);
        assertThat(order.getString("resolution"))
                .as("settled without a person: %s", order)
                .isNotEqualTo("OPERATOR");
    }

    private void sameOrders() {
        assertThat(recorded.stream()
                        .filter(order -> order.getString("exchangeOrderId") != null)
                        .map(order -> order.getString("clientOrderId") + " is " + order.getString("exchangeOrderId")))
                .as("orders in the ledger that are at the exchange")
                .containsExactlyInAnyOrderElementsOf(placed.stream()
                        .map(order -> terms(order, "clientOrderId") + " is " + terms(order, "id"))
                        .toList());
    }

    private void sameFills(JsonObject order) {
        JsonObject known = recorded.stream()
                .filter(row -> terms(order, "id").equals(row.getString("exchangeOrderId")))
                .findFirst()
                .orElseThrow();
        List<JsonObject> executions = fills.stream()
                .filter(fill -> terms(order, "id").equals(fill.getString("orderId")))
                .toList();
        BigDecimal quantity =
                sum(executions.stream().map(fill -> amount(fill, "quantity")).toList());
        BigDecimal spent = sum(executions.stream()
                .map(fill -> amount(fill, "quantity").multiply(amount(fill, "price")))
                .toList());
        assertThat(amount(order, "executed")).as("executed of %s", order).isEqualByComparingTo(quantity);
        assertThat(amount(known, "filledQuantity")).as("quantity of %s", known).isEqualByComparingTo(quantity);
        assertThat(amount(known, "filledAmount")).as("amount of %s", known).isEqualByComparingTo(spent);
    }

    /** Attempts with something filled, by run and listing. */
    private Collection<List<JsonObject>> buys() {
        return recorded.stream()
                .filter(LedgerComparison::isFilled)
                .collect(groupingBy(order -> order.getString("runId") + order.getString("listingId")))
                .values();
    }

    /** What an order left of the amount may be bought by a capped one after it; together they keep to the amount. */
    private static void oneBuy(List<JsonObject> attempts) {
        assertThat(attempts.stream().filter(order -> "MARKET".equals(order.getString("orderType"))))
                .as("market buys of one listing: %s", attempts)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(attempts).as("buys of one listing").hasSizeLessThanOrEqualTo(2);
        assertThat(sum(attempts.stream()
                        .map(order -> amount(order, "filledAmount"))
                        .toList()))
                .as("spent by %s", attempts)
                .isLessThanOrEqualTo(Scenario.QUOTE_AMOUNT);
    }

    /** What an order did not buy is free again, what it bought stays counted. */
    private void permitSettled(JsonObject order) {
        String id = order.getString("permitId");
        if (id != null) {
            assertThat(permits.stream().filter(permit -> id.equals(permit.getString("permitId"))))
                    .as("permit of %s", order)
                    .singleElement()
                    .satisfies(permit ->
                            assertThat(permit.getString("status")).isEqualTo(isFilled(order) ? "USED" : "RETURNED"));
        }
    }

    private void positionsAreTheFills() {
        assertThat(positions.stream().map(position -> of(position, "quantity", "cost")))
                .as("positions")
                .containsExactlyInAnyOrderElementsOf(buys().stream()
                        .map(attempts -> of(
                                attempts.getFirst().getString("runId"),
                                attempts.getFirst().getString("pair"),
                                sum(attempts.stream()
                                        .map(order -> amount(order, "filledQuantity"))
                                        .toList()),
                                sum(attempts.stream()
                                        .map(order -> amount(order, "filledAmount"))
                                        .toList())))
                        .toList());
    }

    private static String of(JsonObject row, String quantity, String amount) {
        return of(row.getString("runId"), row.getString("pair"), amount(row, quantity), amount(row, amount));
    }

    private static String of(String run, String pair, BigDecimal quantity, BigDecimal amount) {
        return "%s of %s: %s for %s".formatted(pair, run, plain(quantity), plain(amount));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean isFilled(JsonObject order) {
        return amount(order, "filledQuantity").signum() > 0;
    }

    private static String terms(JsonObject placed, String field) {
        return placed.getJsonObject("terms").getString(field);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonObject row, String field) {
        Object value = row.getValue(field);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
