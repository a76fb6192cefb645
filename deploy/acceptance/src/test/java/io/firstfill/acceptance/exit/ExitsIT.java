package io.firstfill.acceptance.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that positions end as planned, as a person says, or elsewhere, and that nothing is sold twice or short: each
 * scenario ends with ledger = exchange and sold ≤ bought at every fill.
 */
class ExitsIT extends ExitScenario {
    private static final Duration QUIET = Duration.ofSeconds(4);

    ExitsIT(Stack stack) {
        super(stack);
    }

    @AfterEach
    void trade() {
        exchange.clearFaults();
        await("the environment to be ACTIVE")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> set("ACTIVE").status() == 200);
    }

    @Test
    void aLadderTakesProfit() {
        String base =
                bought(planned(ladder(level("0.2", "0.5"), level("0.5", "0.5").put("resting", true))));
        assertThat(position(base).getString("status")).isEqualTo("OPEN");

        movePrice(base, "1.3");
        awaitCauses(base, "TAKE_PROFIT");
        BigDecimal half = amount(base, "sold");
        assertThat(amount(base, "quantity")).isCloseTo(half, within("0.02"));

        movePrice(base, "1.6");
        awaitClosed(base, "SOLD");
        awaitCauses(base, "TAKE_PROFIT", "TAKE_PROFIT");
        assertThat(amount(base, "sold")).isCloseTo(half.add(half), within("0.02"));
        assertThat(amount(base, "realised")).isPositive();
    }

    @Test
    void aStopLossSells() {
        String base = bought(planned(stopLoss("0.2")));

        movePrice(base, "0.9");
        await().during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> soldAtExchange(base).isEmpty());
        movePrice(base, "0.7");

        awaitClosed(base, "SOLD");
        awaitCauses(base, "STOP_LOSS");
        assertThat(soldAtExchange(base)).hasSize(1);
        assertThat(amount(base, "realised")).isNegative();
    }

    @Test
    void closingByHandSellsAShareOnceThenTheRest() {
        String base = bought(new JsonObject());
        BigDecimal whole = amount(base, "quantity");
        String key = newKey();

        assertThat(close(base, "0.5", key).status()).isIn(200, 202);
        awaitCauses(base, "CLOSED_BY_HAND");
        assertThat(close(base, "0.5", key).status()).isIn(200, 202);
        await().during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> soldAtExchange(base).size() == 1);
        assertThat(amount(base, "quantity")).isCloseTo(whole.divide(BigDecimal.TWO), within("0.02"));

        assertThat(close(base, "1", newKey()).status()).isIn(200, 202);
        awaitClosed(base, "SOLD");
        assertThat(amount(base, "sold")).isEqualByComparingTo(whole);
    }

    @Test
    void aHaltHoldsAnExitBack() {
        String base = bought(planned(ladder(level("0.2", "1"))));
        assertThat(set("HALTED").status()).isEqualTo(200);

        movePrice(base, "1.4");
        await().during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> soldAtExchange(base).isEmpty());
        assertThat(close(base, "1", newKey()).status()).isEqualTo(409);
        assertThat(position(base).getString("status")).isEqualTo("OPEN");

        assertThat(set("ACTIVE").status()).isEqualTo(200);
        awaitClosed(base, "SOLD");
        awaitCauses(base, "TAKE_PROFIT");
    }

    @Test
    void aReducingEnvironmentSells() {
        String base = bought(planned(ladder(level("0.2", "1"))));
        assertThat(set("REDUCING").status()).isEqualTo(200);

        movePrice(base, "1.4");

        awaitClosed(base, "SOLD");
    }

    @Test
    void aTraderKilledInTheMiddleOfASellSellsOnce() {
        String base = bought(planned(ladder(level("0.2", "1"))));
        exchange.inject(new JsonObject()
                .put("endpoint", "POST /api/v3/order")
                .put("side", "SELL")
                .put("effect", new JsonObject().put("type", "delayAnswer").put("millis", 5000)));

        movePrice(base, "1.4");
        await("the sell at the exchange")
                .atMost(SOLD_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !soldAtExchange(base).isEmpty());
        stack.kill("trader-service");
        exchange.clearFaults();
        stack.restart("trader-service");

        awaitClosed(base, "SOLD");
        assertThat(soldAtExchange(base)).hasSize(1);
        assertThat(ledger.sells(base)).hasSize(1);
    }

    @Test
    void aLostAnswerToASellIsLookedUpAndNotSentAgain() {
        String base = bought(planned(stopLoss("0.2")));
        exchange.inject(new JsonObject()
                .put("endpoint", "POST /api/v3/order")
                .put("side", "SELL")
                .put("count", 1)
                .put("effect", new JsonObject().put("type", "drop").put("executed", true)));

        movePrice(base, "0.7");

        awaitClosed(base, "SOLD");
        assertThat(soldAtExchange(base)).hasSize(1);
    }

    @Test
    void coinsThatWereMovedElsewhereEndThePosition() {
        String base = bought(planned(ladder(level("0.2", "1"))));
        Instant moved = in(Duration.ZERO);
        exchange.takeOut(base, exchange.free(base));

        movePrice(base, "1.4");

        awaitClosed(base, "MOVED_ELSEWHERE");
        assertThat(soldAtExchange(base)).isEmpty();
        await("the alert")
                .atMost(SOLD_WITHIN)
                .until(() ->
                        !ledger.alertsSince(moved, "POSITION_MOVED_ELSEWHERE").isEmpty());
    }

    @Test
    void aPlanIsSetOnARunningPositionAndCancelled() {
        String base = bought(new JsonObject());
        JsonObject request = new JsonObject()
                .put("plan", ladder(level("0.2", "0.5")).mergeIn(stopLoss("0.2")))
                .put("reason", "scenario");
        assertThat(operator.control("PUT", positionPath(base) + "/exit-plan", request)
                        .status())
                .isEqualTo(403);
        assertThat(founder.control("PUT", positionPath(base) + "/exit-plan", request)
                        .status())
                .isIn(200, 202);

        movePrice(base, "1.4");
        awaitCauses(base, "TAKE_PROFIT");
        assertThat(operator.control("DELETE", positionPath(base) + "/exit-plan?reason=scenario", null)
                        .status())
                .isIn(200, 202);
        await("no plan").atMost(SOLD_WITHIN).until(() -> position(base).getJsonObject("plan") == null);
        movePrice(base, "0.5");

        await().during(QUIET)
                .atMost(QUIET.multipliedBy(2))
                .until(() -> soldAtExchange(base).size() == 1);
    }

    @Test
    void everythingIsSoldAtOnce() {
        String base = bought(new JsonObject());

        assertThat(operator.control(
                                "POST",
                                "/environments/paper/sell-everything",
                                new JsonObject().put("reason", "scenario"))
                        .status())
                .isIn(200, 202);

        awaitClosed(base, "SOLD");
        awaitCauses(base, "SELL_EVERYTHING");
    }

    private static Offset<BigDecimal> within(String quantity) {
        return Offset.offset(new BigDecimal(quantity));
    }
}
