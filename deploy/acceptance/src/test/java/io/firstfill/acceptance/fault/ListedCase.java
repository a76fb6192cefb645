package io.firstfill.acceptance.fault;

import io.firstfill.local.client.SimulatorClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A row that has its listing.
 *
 * @param rules the fault rules that must have hit
 */
record ListedCase(FaultCase row, String base, Instant openAt, List<String> rules, SimulatorClient exchange) {
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
