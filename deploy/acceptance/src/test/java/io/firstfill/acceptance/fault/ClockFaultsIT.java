package io.firstfill.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Openings are by the exchange's clock, whatever that does: it is off, it drifts, it jumps. */
class ClockFaultsIT extends FaultScenario {
    /** Ten times what an undisciplined clock drifts. */
    private static final int DRIFT_PPM = 500;

    /** Time to read the calendar and to arm, after a clock that jumped was read often enough to be believed. */
    private static final Duration LEAD = Duration.ofSeconds(18);

    /** In microseconds: what has just arrived before the opening may be looked at after it. */
    private static final long UNDER_WAY = 5_000;

    /** In microseconds: a buy that missed a jump would come seconds late. */
    private static final long LATEST = 2_000_000;

    ClockFaultsIT(Stack stack) {
        super(stack);
    }

    /** Two changes: one that is none would not set the clock anew. */
    @AfterEach
    void theClockIsRightAgain() {
        exchange.behave(new JsonObject().put("clockDriftPpm", 0).put("clockOffsetMillis", 1));
        exchange.behave(new JsonObject().put("clockOffsetMillis", 0));
    }

    @Test
    void whateverTheClockDoesEachListingIsBoughtOnceAtItsOpening() {
        startedRun(savedConfiguration(new JsonObject().put("probeWindow", "PT5S")));

        exchange.behave(new JsonObject().put("clockOffsetMillis", 20_000).put("clockDriftPpm", DRIFT_PPM));
        buys("while the clock is off and drifts", listed());

        String ahead = listed();
        awaitArmed(ahead);
        exchange.jumpClock(Duration.ofSeconds(3));
        buys("after a jump ahead", ahead);

        String back = listed();
        awaitArmed(back);
        exchange.jumpClock(Duration.ofSeconds(-3));
        buys("after a jump back", back);

        theClockIsRightAgain();
        buys("when the clock is right again", listed());
    }

    /** Opens in a while by the exchange's clock. */
    private String listed() {
        String base = newToken();
        exchange.list(base, exchange.time().plus(LEAD), PRICE, new JsonObject());
        return base;
    }

    private void buys(String when, String base) {
        await(when + " " + base + " to be bought")
                .atMost(LEAD.plusSeconds(15))
                .untilAsserted(() -> assertThat(statuses(base))
                        .as("a stamp that the jump made wrong is refused, the next one taken")
                        .hasSizeLessThanOrEqualTo(2)
                        .containsOnlyOnce("FILLED"));
        assertThat(exchange.orders(base + "USDT")).as(when).hasSize(1);
        assertThat(exchange.acceptedArrival(base + "USDT").orElseThrow().getLong("microsAfterOpen"))
                .as(when)
                .isBetween(-UNDER_WAY, LATEST);
        truth.holdsFor(base);
    }

    private List<String> statuses(String base) {
        return truth.orders(base).stream()
                .map(order -> order.getString("status"))
                .toList();
    }
}
