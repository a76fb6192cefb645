package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves SC-004: two traders for one account buy once, also when the replaced one resumes with an order ready to
 * submit.
 */
class TakeoverIT extends Scenario {
    private static final String FIRST = "trader-service-0";

    TakeoverIT(Stack stack) {
        super(stack);
    }

    @Test
    void aTraderPausedThroughTheOpeningIsReplacedAndSubmitsNothingWhenItResumes() {
        String base = newToken();
        startedRun();
        // The start of the second trader takes as long as the machine needs: the opening is set after it.
        String second = stack.startSecond(ServiceName.TRADER);
        try (TraderGroup traders = new TraderGroup(stack)) {
            traders.awaitMembers(FIRST, second);
            Instant opening = in(Duration.ofSeconds(45));
            exchange.scheduleListing(base, opening, PRICE);
            awaitArmed(base);
            String paused = traders.memberFor("paper").equals(FIRST) ? "trader-service" : second;

            stack.pause(paused);
            awaitTrade(base, Duration.ofSeconds(60));
            await().until(() -> Clock.systemUTC().instant().isAfter(opening.plusSeconds(1)));
            int requests = exchange.arrivals(base + "USDT").size();
            stack.resume(paused);

            traders.awaitMembers(FIRST, second);
            assertThat(exchange.arrivals(base + "USDT")).hasSize(requests);
            ledger.assertBoughtOnce(base);
        }
    }

    @AfterEach
    void killTheSecondTrader() {
        stack.resume("trader-service");
        stack.kill("trader-service-1");
        try (TraderGroup traders = new TraderGroup(stack)) {
            traders.awaitMembers(FIRST);
        }
    }
}
