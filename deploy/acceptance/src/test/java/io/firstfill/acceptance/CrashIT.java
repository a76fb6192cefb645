package io.firstfill.acceptance;

import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves SC-004: a service that is killed at any moment loses nothing and buys nothing twice. */
class CrashIT extends Scenario {
    CrashIT(Stack stack) {
        super(stack);
    }

    @Test
    void aTraderKilledAfterArmingRecoversAndBuysOnce() {
        String base = newToken();
        startedRun();
        exchange.scheduleListing(base, in(Duration.ofSeconds(40)), PRICE);
        awaitArmed(base);

        stack.kill("trader-service");
        // A start takes as long as the machine needs: the opening is moved to after it.
        exchange.moveOpening(base + "USDT", in(Duration.ofSeconds(75)));
        stack.restart("trader-service");

        awaitTrade(base, Duration.ofSeconds(90));
        ledger.assertBoughtOnce(base);
    }

    @Test
    void aTradeMadeWhileTheLedgerIsDownIsRecordedAfterItsRestart() {
        String base = newToken();
        startedRun();
        stack.kill("ledger-service");

        exchange.surpriseListing(base, in(Duration.ofSeconds(1)), PRICE);
        await("the buy")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !exchange.orders(base + "USDT").isEmpty());
        stack.restart("ledger-service");

        awaitTrade(base, Duration.ofSeconds(30));
        ledger.assertBoughtOnce(base);
    }

    @Test
    void aScannerKilledBeforeASurpriseStillSeesTheNextOne() {
        String base = newToken();
        startedRun();
        stack.kill("scanner-service");
        stack.restart("scanner-service");

        exchange.surpriseListing(base, in(Duration.ofSeconds(2)), PRICE);

        awaitTrade(base, Duration.ofSeconds(30));
        ledger.assertBoughtOnce(base);
    }
}
