package io.firstfill.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves that the comparison finds each kind of difference; otherwise a scenario that passes would prove nothing. */
class LedgerComparisonTest {
    private final List<JsonObject> placed = new ArrayList<>(List.of(placed("x1", "ff-1", "2000", "40")));
    private final List<JsonObject> fills = new ArrayList<>(List.of(fill("x1", "2000", "0.02")));
    private final List<JsonObject> recorded = new ArrayList<>(List.of(recorded("x1", "ff-1", "FILLED", "2000", "40")));
    private final List<JsonObject> sells = new ArrayList<>();
    private final List<JsonObject> permits = new ArrayList<>(List.of(permit("ff-1", "USED")));
    private final List<JsonObject> positions = new ArrayList<>(List.of(position("2000", "40")));

    @Test
    void acceptsOneBuy() {
        assertThatCode(() -> comparison().assertAgreement()).doesNotThrowAnyException();
    }

    @Test
    void acceptsASell() {
        sell("1500", "60");
        positions.set(0, position("500", "40").put("sold", "1500"));

        assertThatCode(() -> comparison().assertAgreement()).doesNotThrowAnyException();
    }

    @Test
    void findsASellThatTheLedgerLacksOrCountsOtherwise() {
        sell("1500", "60");
        positions.set(0, position("500", "40").put("sold", "1499"));
        assertDiffers("positions");

        sells.clear();
        assertDiffers("orders in the ledger that are at the exchange");
    }

    @Test
    void findsThatMoreWasSoldThanBought() {
        sell("2001", "80.04");
        positions.set(0, position("0", "40").put("sold", "2000"));

        assertDiffers("held after");
    }

    @Test
    void findsAnOrderThatIsMissingInTheLedger() {
        placed.add(placed("x2", "ff-1", "0", "0"));

        assertDiffers("orders in the ledger that are at the exchange");
    }

    @Test
    void findsAnotherAmount() {
        recorded.set(0, recorded("x1", "ff-1", "FILLED", "2000", "40.01"));

        assertDiffers("amount of");
    }

    @Test
    void findsAnOrderWithoutAFinalStatus() {
        recorded.set(0, recorded("x1", "ff-1", "PARTIALLY_FILLED", "2000", "40"));

        assertDiffers("end of");
    }

    @Test
    void findsAnOrderResolvedByAnOperator() {
        recorded.getFirst().put("resolution", "OPERATOR");

        assertDiffers("settled without a person");
    }

    @Test
    void findsASecondBuyOfOneListing() {
        buyAgain("MARKET", "500", "10");

        assertDiffers("market buys of one listing");
    }

    @Test
    void findsASecondOrderThatExceedsTheAmount() {
        recorded.getFirst().put("status", "CANCELED");
        buyAgain("IMMEDIATE_OR_CANCEL", "550", "11");

        assertDiffers("spent by");
    }

    @Test
    void findsAPermitThatARejectedOrderDidNotReturn() {
        recorded.add(recorded(null, "ff-2", "REJECTED", "0", "0"));
        permits.add(permit("ff-2", "USED"));

        assertDiffers("permit of");
    }

    @Test
    void findsAPositionThatDiffersFromTheFills() {
        positions.set(0, position("1999", "40"));

        assertDiffers("positions");
    }

    @Test
    void findsAnExecutionThatTheLedgerLacksOrHasBesideTheExchange() {
        assertThatCode(() -> comparison().assertSameExecutions()).doesNotThrowAnyException();

        placed.add(placed("x2", "ff-2", "500", "10"));
        fills.add(fill("x2", "500", "0.02"));
        assertExecutionsDiffer();

        recorded.add(recorded("x2", "ff-2", "FILLED", "500", "10"));
        assertThatCode(() -> comparison().assertSameExecutions()).doesNotThrowAnyException();

        recorded.add(recorded(null, "ff-3", "FILLED", "1", "1"));
        assertExecutionsDiffer();
    }

    @Test
    void findsAnExecutionOfAnotherQuantityOrAmount() {
        recorded.set(0, recorded("x1", "ff-1", "FILLED", "2000", "40.01"));
        assertExecutionsDiffer();

        recorded.set(0, recorded("x1", "ff-1", "FILLED", "1999", "40"));
        assertExecutionsDiffer();
    }

    @Test
    void anOrderThatTheExchangeNeverHadIsNoExecution() {
        recorded.add(recorded(null, "ff-2", "UNRESOLVED", "0", "0"));

        assertThatCode(() -> comparison().assertSameExecutions()).doesNotThrowAnyException();
    }

    private void assertExecutionsDiffer() {
        assertThatThrownBy(() -> comparison().assertSameExecutions())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("executions of the ledger");
    }

    private void buyAgain(String type, String quantity, String amount) {
        placed.add(placed("x2", "ff-2", quantity, amount));
        fills.add(fill("x2", quantity, "0.02"));
        recorded.add(recorded("x2", "ff-2", "FILLED", quantity, amount).put("orderType", type));
        permits.add(permit("ff-2", "USED"));
    }

    private void sell(String quantity, String amount) {
        placed.add(placed("x9", "ff-9", quantity, amount));
        fills.add(fill("x9", quantity, "0.04").put("side", "SELL"));
        sells.add(recorded("x9", "ff-9", "FILLED", quantity, amount));
    }

    private void assertDiffers(String what) {
        assertThatThrownBy(() -> comparison().assertAgreement())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }

    private LedgerComparison comparison() {
        return new LedgerComparison(placed, fills, recorded, sells, permits, positions);
    }

    private static JsonObject placed(String id, String clientOrderId, String quantity, String amount) {
        return new JsonObject()
                .put("terms", new JsonObject().put("id", id).put("clientOrderId", clientOrderId))
                .put("executed", quantity)
                .put("executedQuote", amount);
    }

    private static JsonObject fill(String order, String quantity, String price) {
        return new JsonObject().put("orderId", order).put("quantity", quantity).put("price", price);
    }

    private static JsonObject recorded(
            @Nullable String exchangeId, String clientOrderId, String status, String quantity, String amount) {
        return listing()
                .put("exchangeOrderId", exchangeId)
                .put("clientOrderId", clientOrderId)
                .put("permitId", "permit of " + clientOrderId)
                .put("status", status)
                .put("orderType", "MARKET")
                .put("filledQuantity", quantity)
                .put("filledAmount", amount);
    }

    private static JsonObject permit(String clientOrderId, String status) {
        return new JsonObject().put("permitId", "permit of " + clientOrderId).put("status", status);
    }

    private static JsonObject position(String quantity, String cost) {
        return listing().put("quantity", quantity).put("cost", cost);
    }

    private static JsonObject listing() {
        return new JsonObject().put("runId", "run").put("listingId", "listing").put("pair", "NEW/USDT");
    }
}
