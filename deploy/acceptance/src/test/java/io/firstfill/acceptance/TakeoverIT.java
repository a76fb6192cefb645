package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SC-004: two traders for one account buy once, also when the one replaced wakes up with its shot still in hand. */
class TakeoverIT extends Scenario {
    private static final String FIRST = "trader-service-0";

    TakeoverIT(Stack stack) {
        super(stack);
    }

    @Test
    void aTraderThatSleepsThroughTheOpeningIsReplacedAndFiresNothingWhenItWakes() {
        String base = newToken();
        startedRun();
        Instant opening = in(Duration.ofSeconds(45));
        exchange.scheduleListing(base, opening, PRICE);
        String second = stack.startSecondTrader();
        try (TraderGroup traders = new TraderGroup(stack)) {
            traders.awaitMembers(FIRST, second);
            awaitArmed(base);
            String sleeper = traders.holderOf("paper").equals(FIRST) ? "trader-service" : second;

            stack.pause(sleeper);
            awaitTrade(base, Duration.ofSeconds(60));
            await().until(() -> Clock.systemUTC().instant().isAfter(opening.plusSeconds(1)));
            int requests = exchange.arrivals(base + "USDT").size();
            stack.resume(sleeper);

            traders.awaitMembers(FIRST, second);
            assertThat(exchange.arrivals(base + "USDT")).hasSize(requests);
            truth.boughtOnce(base);
        }
    }

    @AfterEach
    void theFirstIsAlone() {
        stack.resume("trader-service");
        stack.kill("second-trader");
        try (TraderGroup traders = new TraderGroup(stack)) {
            traders.awaitMembers(FIRST);
        }
    }
}
