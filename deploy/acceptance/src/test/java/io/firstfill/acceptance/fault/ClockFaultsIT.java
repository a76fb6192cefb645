package io.firstfill.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that each listing is bought once at its opening by the exchange's clock, whether that clock is off, drifts or
 * jumps.
 */
class ClockFaultsIT extends FaultScenario {
    /** Ten times what an undisciplined clock drifts. */
    private static final int DRIFT_PPM = 500;

    /**
     * Time for the scanner to read the calendar and for the trader to arm, after the exchange's clock was read often
     * enough since its jump for the new offset to be accepted.
     */
    private static final Duration LEAD = Duration.ofSeconds(18);
    /**
     * The step by which the clock is set back at the end: an opening within that time would be past until the step is
     * known.
     */
    private static final Duration JUMP = Duration.ofSeconds(20);

    /** In microseconds: a request that arrives just before the opening may be processed after it. */
    private static final long EARLIEST = 5_000;

    /** In microseconds: a buy that did not follow a jump would arrive seconds late. */
    private static final long LATEST = 2_000_000;

    ClockFaultsIT(Stack stack) {
        super(stack);
    }

    /** Makes two changes: a change to the present value would not set the clock anew. */
    @AfterEach
    void resetClock() {
        exchange.changeBehaviour(new JsonObject().put("clockDriftPpm", 0).put("clockOffsetMillis", 1));
        exchange.changeBehaviour(new JsonObject().put("clockOffsetMillis", 0));
    }

    @Test
    void eachListingIsBoughtOnceAtItsOpeningWhateverTheClockDoes() {
        startedRun(savedConfiguration(new JsonObject().put("probeWindow", "PT5S")));

        exchange.changeBehaviour(
                new JsonObject().put("clockOffsetMillis", JUMP.toMillis()).put("clockDriftPpm", DRIFT_PPM));
        assertBought("while the clock is off and drifts", listed());

        String ahead = listed();
        awaitArmed(ahead);
        exchange.jumpClock(Duration.ofSeconds(3));
        assertBought("after a jump ahead", ahead);

        String back = listed();
        awaitArmed(back);
        exchange.jumpClock(Duration.ofSeconds(-3));
        assertBought("after a jump back", back);

        resetClock();
        assertBought("when the clock is right again", listed(LEAD.plus(JUMP)));
    }

    /** Adds a listing that opens after the lead time by the exchange's clock, and returns its base asset. */
    private String listed() {
        return listed(LEAD);
    }

    private String listed(Duration lead) {
        String base = newToken();
        exchange.list(base, exchange.time().plus(lead), PRICE, new JsonObject());
        return base;
    }

    private void assertBought(String when, String base) {
        await(when + " " + base + " to be bought")
                .atMost(LEAD.plus(JUMP).plusSeconds(15))
                .untilAsserted(() -> assertThat(statuses(base))
                        .as("a timestamp that the jump made wrong is refused, the next one accepted")
                        .hasSizeLessThanOrEqualTo(2)
                        .containsOnlyOnce("FILLED"));
        assertThat(exchange.orders(base + "USDT")).as(when).hasSize(1);
        assertThat(exchange.acceptedArrival(base + "USDT").orElseThrow().getLong("microsAfterOpen"))
                .as(when)
                .isBetween(-EARLIEST, LATEST);
        ledger.assertMatchesExchange(base);
    }

    private List<String> statuses(String base) {
        return ledger.orders(base).stream()
                .map(order -> order.getString("status"))
                .toList();
    }
}
