package io.firstfill.acceptance.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares orders, sells, fills, permits and positions in the ledger with orders and fills at the exchange.
 *
 * @param placed the orders of our account at the exchange
 * @param fills fills at the exchange in the order in which they happened, at least those of the placed orders
 * @param recorded the order attempts in the ledger
 * @param sells the orders that sell, in the ledger
 * @param permits permits in the ledger, at least those of the recorded attempts
 * @param positions the positions in the ledger
 */
public record LedgerComparison(
        List<JsonObject> placed,
        List<JsonObject> fills,
        List<JsonObject> recorded,
        List<JsonObject> sells,
        List<JsonObject> permits,
        List<JsonObject> positions) {
    /** The final statuses of an order attempt; with any other status the attempt still waits for something. */
    public static final Set<String> FINAL_STATUSES = Set.of("DENIED", "ABSENT", "REJECTED", "CANCELED", "FILLED");

    /** Fails with a description of the first difference. */
    void assertAgreement() {
        known().forEach(LedgerComparison::assertEnded);
        assertSameOrders();
        placed.forEach(this::assertSameFills);
        buys().forEach(LedgerComparison::assertOneBuy);
        recorded.forEach(this::assertPermitStatus);
        assertPositionsMatchFills();
        assertNeverShort();
    }

    /** The orders of the ledger, those that sell included. */
    private List<JsonObject> known() {
        return Stream.concat(recorded.stream(), sells.stream()).toList();
    }

    /** Fails where at any moment more of a pair had been sold than bought. */
    private void assertNeverShort() {
        Map<String, BigDecimal> held = new HashMap<>();
        fills.forEach(fill -> {
            boolean sold = "SELL".equals(fill.getString("side"));
            BigDecimal quantity = amount(fill, "quantity");
            BigDecimal left =
                    held.merge(fill.getString("symbol", ""), sold ? quantity.negate() : quantity, BigDecimal::add);
            assertThat(left).as("held after %s", fill).isNotNegative();
        });
    }

    /**
     * Fails where an order at the exchange is not in the ledger with its quantity and amount, and where the ledger has
     * a fill of an order that the exchange has not.
     */
    void assertSameExecutions() {
        Set<String> atExchange =
                placed.stream().map(order -> terms(order, "clientOrderId")).collect(toSet());
        assertThat(known().stream()
                        .filter(order -> isFilled(order) || atExchange.contains(order.getString("clientOrderId")))
                        .map(order -> executed(
                                order.getString("clientOrderId"),
                                amount(order, "filledQuantity"),
                                amount(order, "filledAmount"))))
                .as("executions of the ledger")
                .containsExactlyInAnyOrderElementsOf(placed.stream()
                        .map(order -> executed(terms(order, "clientOrderId"), amount(order, "executed"), spent(order)))
                        .toList());
    }

    private static String executed(String clientOrderId, BigDecimal quantity, BigDecimal amount) {
        return "%s: %s for %s".formatted(clientOrderId, plain(quantity), plain(amount));
    }

    private BigDecimal spent(JsonObject order) {
        return sum(fillsOf(order).stream()
                .map(fill -> amount(fill, "quantity").multiply(amount(fill, "price")))
                .toList());
    }

    private List<JsonObject> fillsOf(JsonObject order) {
        return fills.stream()
                .filter(fill -> terms(order, "id").equals(fill.getString("orderId")))
                .toList();
    }

    private static void assertEnded(JsonObject order) {
        assertThat(order.getString("status")).as("end of %s", order).isIn(FINAL_STATUSES);
        assertThat(order.getString("resolution"))
                .as("settled without a person: %s", order)
                .isNotEqualTo("OPERATOR");
    }

    private void assertSameOrders() {
        assertThat(known().stream()
                        .filter(order -> order.getString("exchangeOrderId") != null)
                        .map(order -> order.getString("clientOrderId") + " is " + order.getString("exchangeOrderId")))
                .as("orders in the ledger that are at the exchange")
                .containsExactlyInAnyOrderElementsOf(placed.stream()
                        .map(order -> terms(order, "clientOrderId") + " is " + terms(order, "id"))
                        .toList());
    }

    private void assertSameFills(JsonObject order) {
        JsonObject known = known().stream()
                .filter(row -> terms(order, "id").equals(row.getString("exchangeOrderId")))
                .findFirst()
                .orElseThrow();
        BigDecimal quantity = sum(
                fillsOf(order).stream().map(fill -> amount(fill, "quantity")).toList());
        assertThat(amount(order, "executed")).as("executed of %s", order).isEqualByComparingTo(quantity);
        assertThat(amount(known, "filledQuantity")).as("quantity of %s", known).isEqualByComparingTo(quantity);
        assertThat(amount(known, "filledAmount")).as("amount of %s", known).isEqualByComparingTo(spent(order));
    }

    /** The attempts with a fill, grouped by run and listing. */
    private Collection<List<JsonObject>> buys() {
        return recorded.stream()
                .filter(LedgerComparison::isFilled)
                .collect(groupingBy(order -> order.getString("runId") + order.getString("listingId")))
                .values();
    }

    /**
     * A market order may be followed by one capped order for the amount that the first did not spend; both together
     * keep to the quote amount.
     */
    private static void assertOneBuy(List<JsonObject> attempts) {
        assertThat(attempts.stream().filter(order -> "MARKET".equals(order.getString("orderType"))))
                .as("market buys of one listing: %s", attempts)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(attempts).as("buys of one listing").hasSizeLessThanOrEqualTo(2);
        assertThat(sum(attempts.stream()
                        .map(order -> amount(order, "filledAmount"))
                        .toList()))
                .as("spent by %s", attempts)
                .isLessThanOrEqualTo(LedgerAssertions.QUOTE_AMOUNT);
    }

    /** The permit of an order with a fill is used up; the permit of any other order is returned. */
    private void assertPermitStatus(JsonObject order) {
        String id = order.getString("permitId");
        if (id != null) {
            assertThat(permits.stream().filter(permit -> id.equals(permit.getString("permitId"))))
                    .as("permit of %s", order)
                    .singleElement()
                    .satisfies(permit ->
                            assertThat(permit.getString("status")).isEqualTo(isFilled(order) ? "USED" : "RETURNED"));
        }
    }

    private void assertPositionsMatchFills() {
        Set<String> moved = positions.stream()
                .filter(position -> "MOVED_ELSEWHERE".equals(position.getString("reason")))
                .map(LedgerComparison::place)
                .collect(toSet());
        assertThat(positions.stream()
                        .filter(position -> !moved.contains(place(position)))
                        .map(LedgerComparison::asBought))
                .as("positions")
                .containsExactlyInAnyOrderElementsOf(buys().stream()
                        .filter(attempts -> !moved.contains(place(attempts.getFirst())))
                        .map(LedgerComparison::asBought)
                        .toList());
    }

    private static String asBought(List<JsonObject> attempts) {
        return described(
                attempts.getFirst(),
                sum(attempts.stream()
                        .map(order -> amount(order, "filledQuantity"))
                        .toList()),
                sum(attempts.stream()
                        .map(order -> amount(order, "filledAmount"))
                        .toList()));
    }

    /** What is left, what was sold and what could not be sold is what was bought. */
    private static String asBought(JsonObject position) {
        BigDecimal quantity = Stream.of("quantity", "sold", "left")
                .map(part -> amount(position, part))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return described(position, quantity, amount(position, "cost"));
    }

    private static String described(JsonObject row, BigDecimal quantity, BigDecimal amount) {
        return "%s: %s for %s".formatted(place(row), plain(quantity), plain(amount));
    }

    private static String place(JsonObject row) {
        return row.getString("pair") + " of " + row.getString("runId");
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
