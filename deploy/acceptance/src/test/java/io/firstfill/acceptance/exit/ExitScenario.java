package io.firstfill.acceptance.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.Scenario;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Base of the scenarios of exits: buys a pair whose price only the scenario moves, and waits for its sells. */
abstract class ExitScenario extends Scenario {
    /** The exchange's first quotes after a price was moved, two readings of them, a sell, its record. */
    static final Duration SOLD_WITHIN = Duration.ofSeconds(20);

    /** An operator who may set plans and trading states too. */
    final GatewayClient founder;

    ExitScenario(Stack stack) {
        super(stack);
        founder = GatewayClient.of(stack, "founder");
    }

    /** Buys a new pair in a run with the plan; its price stands still until the scenario moves it. */
    final String bought(JsonObject configuration) {
        String base = newToken();
        startedRun(savedConfiguration(configuration));
        exchange.list(
                base,
                in(Duration.ofSeconds(2)),
                PRICE,
                new JsonObject().put("surprise", true).put("behaviour", new JsonObject().put("makerVolatility", "0")));
        awaitTrade(base, Duration.ofSeconds(60));
        await("a position of " + base)
                .atMost(SOLD_WITHIN)
                .until(() -> !ledger.positions(base).isEmpty());
        return base;
    }

    static JsonObject planned(JsonObject plan) {
        return new JsonObject().put("exitPlan", plan.put("atStop", "KEEP_EXITS"));
    }

    /** Levels of a ladder: how far over the price paid, and the share that is sold there. */
    static JsonObject level(String above, String share) {
        return new JsonObject().put("above", above).put("share", share);
    }

    static JsonObject ladder(JsonObject... levels) {
        return new JsonObject().put("takeProfits", new JsonArray(List.of(levels)));
    }

    static JsonObject stopLoss(String below) {
        return new JsonObject()
                .put(
                        "stopLoss",
                        new JsonObject()
                                .put("below", below)
                                .put("confirmation", "PT0.5S")
                                .put("grace", "PT0S"));
    }

    /** Moves the price to a multiple of that at which the pair was listed. */
    final void movePrice(String base, String multiple) {
        exchange.movePrice(base + "USDT", PRICE.multiply(new BigDecimal(multiple)));
    }

    final List<JsonObject> soldAtExchange(String base) {
        return exchange.orders(base + "USDT").stream()
                .filter(order -> "SELL".equals(order.getJsonObject("terms").getString("side")))
                .toList();
    }

    final JsonObject position(String base) {
        return ledger.positions(base).getFirst();
    }

    final BigDecimal amount(String base, String field) {
        return new BigDecimal(position(base).getString(field));
    }

    /** Waits until the position has ended for this reason. */
    final void awaitClosed(String base, String reason) {
        await("the end of " + base)
                .atMost(SOLD_WITHIN.multipliedBy(3))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> {
                    JsonObject position = position(base);
                    assertThat(position.getString("status"))
                            .as(position.encode())
                            .isEqualTo("CLOSED");
                    assertThat(position.getString("reason"))
                            .as(position.encode())
                            .isEqualTo(reason);
                });
    }

    /** Waits until the exits of the pair have ended as sold, and states their causes in the order of their triggers. */
    final void awaitCauses(String base, String... causes) {
        await("exits of " + base)
                .atMost(SOLD_WITHIN)
                .untilAsserted(() -> assertThat(ledger.exits(base))
                        .filteredOn(exit -> "SOLD".equals(exit.getString("status")))
                        .extracting(exit -> exit.getString("kind"))
                        .containsExactlyInAnyOrder(causes));
    }

    final String positionPath(String base) {
        return "/environments/paper/positions/" + position(base).getString("positionId");
    }

    final JsonResponse close(String base, String share, String idempotencyKey) {
        return operator.control(
                "POST",
                positionPath(base) + "/close",
                Map.of("Idempotency-Key", idempotencyKey),
                new JsonObject().put("share", share).put("style", "MARKET").put("reason", "scenario"));
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    final JsonResponse set(String state) {
        return founder.control(
                "PUT",
                "/environments/paper/trading-state",
                new JsonObject().put("state", state).put("reason", "scenario"));
    }
}
