package io.firstfill.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves what the services do when the exchange throttles or blocks all their requests: rate limits, bans, a firewall
 * page.
 */
class ExchangeFaultsIT extends FaultScenario {
    private static final String CALENDAR = "/api/operation/new_coin_calendar";

    ExchangeFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> ordersThatWaitWhileThrottledAreBoughtInTimeOrDenied() {
        Instant began = in(Duration.ZERO);
        Stream<DynamicTest> verdicts = runCases(
                new JsonObject().put("probeWindow", "PT5S"),
                List.of(
                        FaultCase.of("429 for longer than the order may wait")
                                .alreadyOpen()
                                .withFault(Fault.throttle(429, 7))
                                .spendingBetween("0", "0")
                                .endingAs("DENIED"),
                        FaultCase.of("429 with Retry-After, then 418")
                                .openingAfter(Duration.ofSeconds(9))
                                .alreadyOpen()
                                .withFault(Fault.throttle(429, 1))
                                .withFault(Fault.throttle(418, 2).skipping(1))
                                .endingAs("FILLED"),
                        FaultCase.of("403 with a page")
                                .openingAfter(Duration.ofSeconds(4))
                                .alreadyOpen()
                                .withFault(Fault.throttle(403, 1).asHtmlPage())
                                .endingAs("FILLED")));
        assertRaisedAndCleared(began, "THROTTLED", "trader/api");
        return verdicts;
    }

    /**
     * The exchange allows three orders a second where the trader reckons with ten: the volley exceeds the limit twice.
     */
    @Test
    void limitsTighterThanAssumedEndInABanAndInOneBuy() {
        String base = newToken();
        exchange.changeBehaviour(new JsonObject()
                .put("ordersPerSecond", 3)
                .put("retryAfterSeconds", 1)
                .put("violationsBeforeBan", 1)
                .put("banSeconds", 2));
        startedRun(savedConfiguration(new JsonObject().put("probeWindow", "PT10S")));

        exchange.list(base, in(FaultCaseRun.LEAD), PRICE, new JsonObject().put("openDelayMillis", 2500));

        awaitTrade(base, FaultCaseRun.LEAD.plusSeconds(15));
        assertThat(exchange.arrivals(base + "USDT").stream().map(arrival -> arrival.getInteger("code")))
                .contains(30001, 429, 418, 200);
        ledger.assertBoughtOnce(base);
    }

    @Test
    void aBlockedCalendarRaisesDegradedAndTheListingIsFoundInAnotherFeed() {
        Instant began = in(Duration.ZERO);
        String base = newToken();
        startedRun();
        exchange.inject(Fault.throttle(403, 2).asHtmlPage().ruleForEndpoint(CALENDAR));
        await("the calendar to be degraded")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !ledger.alertsSince(began, "FEED_DEGRADED").isEmpty());

        exchange.surpriseListing(base, in(Duration.ofSeconds(1)), PRICE);

        awaitTrade(base, Duration.ofSeconds(20));
        ledger.assertBoughtOnce(base);
        assertRaisedAndCleared(began, "FEED_DEGRADED", "calendar");
    }

    private void assertRaisedAndCleared(Instant since, String kind, String subject) {
        await(kind + " of " + subject + " to be raised and cleared")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ledger.alertsSince(since, kind))
                        .filteredOn(alert -> subject.equals(alert.getString("subject")))
                        .isNotEmpty()
                        .allSatisfy(
                                alert -> assertThat(alert.getString("status")).isEqualTo("CLEARED")));
    }
}
