package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves what an operator knows that no feed does: a listing announced by hand, left alone, or wanted for less. */
class OperatorListingsIT extends Scenario {
    /** Longer than the qualification's cut-off of 45 s and one poll of exchangeInfo near an opening. */
    private static final Duration AHEAD = Duration.ofSeconds(80);

    OperatorListingsIT(Stack stack) {
        super(stack);
    }

    @Test
    void whatAnOperatorAnnouncesIsBoughtOnceAndOnTheTermsThatTheOperatorSets() {
        String bought = newToken();
        String alone = newToken();
        String less = newToken();
        startedRun();
        Instant opening = in(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        for (String base : List.of(bought, alone, less)) {
            String id = announce(base, opening);
            exchange.scheduleListing(base, opening, PRICE);
            if (base.equals(alone)) {
                change(id, new JsonObject().put("leaveAlone", true));
            } else if (base.equals(less)) {
                change(id, new JsonObject().put("quoteAmount", "20"));
            }
        }

        awaitTrade(bought, AHEAD.plusSeconds(30));
        JsonObject trade = awaitTrade(less, Duration.ofSeconds(30));
        await("the reason why " + alone + " was not bought")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reasons(alone)).containsExactly("LEFT_ALONE"));

        ledger.assertBoughtOnce(bought);
        ledger.assertBoughtOnce(less);
        ledger.assertNeverBought(alone);
        assertThat(trade.getString("quoteAmount")).isEqualTo("20");
        await("the feeds' evidence")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(listing(bought).getJsonArray("evidence").stream()
                                .map(evidence -> ((JsonObject) evidence).getString("source")))
                        .contains("OPERATOR")
                        .hasSizeGreaterThan(1));
        assertThat(listing(less).getJsonObject("terms").getString("changedBy")).isEqualTo("operator");
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> ledger.assertBoughtOnce(bought));
    }

    /** Returns the id of the listing. */
    private String announce(String base, Instant opening) {
        JsonObject body = new JsonObject()
                .put("pair", base + "/USDT")
                .put("openingTime", opening.toString())
                .put("reason", "scenario");
        return operator.control(
                        "POST",
                        "/environments/paper/listings",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        body)
                .expect(201)
                .json()
                .getString("listingId");
    }

    private void change(String listing, JsonObject terms) {
        operator.control("PUT", "/environments/paper/listings/" + listing + "/terms", terms.put("reason", "scenario"))
                .expect(200);
    }

    private JsonObject listing(String base) {
        List<JsonObject> listings = ledger.listings(base);
        assertThat(listings).as("listings of " + base).hasSize(1);
        return listings.getFirst();
    }

    private List<String> reasons(String base) {
        return listing(base).getJsonArray("results").stream()
                .map(result -> ((JsonObject) result).getString("reason"))
                .toList();
    }
}
