package io.firstfill.acceptance.fault;

import io.firstfill.local.client.SimulatorClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fault case whose listing has been added at the exchange.
 *
 * @param rules the ids of the fault rules that must have hit
 */
record ListedCase(FaultCase faultCase, String base, Instant openAt, List<String> rules, SimulatorClient exchange) {
    ListedCase {
        rules = List.copyOf(rules);
    }

    String symbol() {
        return base + "USDT";
    }

    void moveBy(Duration by) {
        exchange.moveOpening(symbol(), openAt.plus(by));
    }

    void withdraw() {
        exchange.withdraw(symbol());
    }
}
