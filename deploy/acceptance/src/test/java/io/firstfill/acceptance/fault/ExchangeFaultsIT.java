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

/** What an exchange can do to everybody at once: turn us away, and hide behind its firewall. */
class ExchangeFaultsIT extends FaultScenario {
    private static final String CALENDAR = "/api/operation/new_coin_calendar";

    ExchangeFaultsIT(Stack stack) {
        super(stack);
    }

    @TestFactory
    Stream<DynamicTest> whatWaitsWhileWeAreTurnedAwayIsBoughtInTimeOrDenied() {
        Instant began = in(Duration.ZERO);
        Stream<DynamicTest> verdicts = wave(
                new JsonObject().put("probeWindow", "PT5S"),
                List.of(
                        FaultCase.of("429 for longer than the order may wait")
                                .open()
                                .meeting(Fault.throttled(429, 7))
                                .spending("0", "0")
                                .ends("DENIED"),
                        FaultCase.of("429 with Retry-After, then 418")
                                .after(Duration.ofSeconds(9))
                                .open()
                                .meeting(Fault.throttled(429, 1))
                                .meeting(Fault.throttled(418, 2).later(1))
                                .ends("FILLED"),
                        FaultCase.of("403 with a page")
                                .after(Duration.ofSeconds(4))
                                .open()
                                .meeting(Fault.throttled(403, 1).asPage())
                                .ends("FILLED")));
        assertRaisedAndCleared(began, "THROTTLED", "trader/api");
        return verdicts;
    }

    /** Three orders a second where we reckon with ten: the volley runs into it twice. */
    @Test
    void limitsTighterThanOursEndInABanAndInOneBuy() {
        String base = newToken();
        exchange.behave(new JsonObject()
                .put("ordersPerSecond", 3)
                .put("retryAfterSeconds", 1)
                .put("violationsBeforeBan", 1)
                .put("banSeconds", 2));
        startedRun(savedConfiguration(new JsonObject().put("probeWindow", "PT10S")));

        exchange.list(base, in(FaultCaseRun.LEAD), PRICE, new JsonObject().put("openDelayMillis", 2500));

        awaitTrade(base, FaultCaseRun.LEAD.plusSeconds(15));
        assertThat(exchange.arrivals(base + "USDT").stream().map(arrival -> arrival.getInteger("code")))
                .contains(30001, 429, 418, 200);
        truth.boughtOnce(base);
    }

    @Test
    void aCalendarBehindAFirewallIsDegradedAndTheListingIsFoundElsewhere() {
        Instant began = in(Duration.ZERO);
        String base = newToken();
        startedRun();
        exchange.inject(Fault.throttled(403, 2).asPage().at(CALENDAR));
        await("the calendar to be degraded")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !truth.alertsSince(began, "FEED_DEGRADED").isEmpty());

        exchange.surpriseListing(base, in(Duration.ofSeconds(1)), PRICE);

        awaitTrade(base, Duration.ofSeconds(20));
        truth.boughtOnce(base);
        assertRaisedAndCleared(began, "FEED_DEGRADED", "calendar");
    }

    private void assertRaisedAndCleared(Instant since, String kind, String subject) {
        await(kind + " of " + subject + " to be raised and cleared")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(truth.alertsSince(since, kind))
                        .filteredOn(alert -> subject.equals(alert.getString("subject")))
                        .isNotEmpty()
                        .allSatisfy(
                                alert -> assertThat(alert.getString("status")).isEqualTo("CLEARED")));
    }
}
