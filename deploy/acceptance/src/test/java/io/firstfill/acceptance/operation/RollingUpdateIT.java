package io.firstfill.acceptance.operation;

import io.firstfill.acceptance.Scenario;
import io.firstfill.acceptance.TraderGroup;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves that traders are replaced one after the other without a missed listing: while the one that has the environment
 * is stopped, a buy that it has armed and a surprise are bought once, by the other.
 */
@Tag("long")
class RollingUpdateIT extends Scenario {
    private static final System.Logger LOG = System.getLogger(RollingUpdateIT.class.getName());
    private static final String FIRST = "trader-service-0";
    private static final String FIRST_COMPONENT = "trader-service";
    private static final Duration BOUGHT_WITHIN = Duration.ofSeconds(60);

    RollingUpdateIT(Stack stack) {
        super(stack);
    }

    @Test
    void everyListingIsBoughtOnceWhileTheTradersAreReplaced() {
        // A signal waits for the next trader instead of being too old for it.
        startedRun(
                savedConfiguration(new JsonObject().put("signalMaxAge", "PT60S").put("latencyBudget", "PT60S")));
        String second = stack.startSecond(ServiceName.TRADER);
        try (TraderGroup traders = new TraderGroup(stack)) {
            traders.awaitMembers(FIRST, second);

            replace(traders.memberFor("paper").equals(FIRST) ? FIRST_COMPONENT : second);
            traders.awaitMembers(FIRST, second);
            replace(traders.memberFor("paper").equals(FIRST) ? FIRST_COMPONENT : second);
            traders.awaitMembers(FIRST, second);

            stack.stop(second);
            traders.awaitMembers(FIRST);
        }
        String afterwards = newToken();
        exchange.surpriseListing(afterwards, in(Duration.ofSeconds(15)), PRICE);
        awaitTrade(afterwards, BOUGHT_WITHIN);
        ledger.assertBoughtOnce(afterwards);
    }

    /** Stops the trader of the environment while a buy is armed, lists a surprise meanwhile, and starts it again. */
    private void replace(String component) {
        String scheduled = newToken();
        Instant opening = in(Duration.ofSeconds(30));
        exchange.scheduleListing(scheduled, opening, PRICE);
        awaitArmed(scheduled);
        String surprise = newToken();
        exchange.surpriseListing(surprise, in(Duration.ofSeconds(1)), PRICE);

        Instant stopped = Clock.systemUTC().instant();
        stack.stop(component);

        awaitTrade(surprise, BOUGHT_WITHIN);
        awaitTrade(scheduled, BOUGHT_WITHIN);
        ledger.assertBoughtOnce(surprise);
        ledger.assertBoughtOnce(scheduled);
        Instant first =
                Instant.parse(exchange.orders(surprise + "USDT").getFirst().getString("receivedAt"));
        LOG.log(
                Level.INFO,
                "{0} stopped; the surprise was ordered {1} later",
                component,
                Duration.between(stopped, first));
        stack.restart(component);
    }
}
