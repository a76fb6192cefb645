package io.firstfill.scanner.qualification;

import io.firstfill.contract.listing.Verdict;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.observation.MarketRow.Sides;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the reasons against buying a pair. That a pair is not open yet is no reason: a pair about to open is shown
 * paused and closed to the API, and nothing is known of how early these flags change.
 */
final class Examination {
    private Examination() {}

    /**
     * Gives the verdict on one row of exchangeInfo.
     *
     * @param settled whether the pair opened long enough ago for the flags to have changed; then being closed is a
     *     reason
     * @param marketOrders whether a run buys with MARKET orders
     */
    static Qualification of(MarketRow row, boolean settled, boolean marketOrders) {
        List<String> reasons = new ArrayList<>();
        if (row.phase() == Phase.OFFLINE) {
            reasons.add("OFFLINE");
        }
        if (settled && row.phase() == Phase.PAUSED) {
            reasons.add("PAUSED");
        }
        if (settled && row.phase() == Phase.ONLINE && !row.apiTradable()) {
            reasons.add("NOT_API_TRADABLE");
        }
        if (row.sides() == Sides.SELL_ONLY || row.sides() == Sides.CLOSED) {
            reasons.add("SIDES_" + row.sides());
        }
        if (marketOrders && row.rules() != null && !row.rules().orderTypes().contains("MARKET")) {
            reasons.add("NO_MARKET_ORDERS");
        }
        return verdict(row, reasons);
    }

    private static Qualification verdict(MarketRow row, List<String> reasons) {
        if (!reasons.isEmpty()) {
            return new Qualification(Verdict.DISQUALIFIED, reasons, row.rules());
        }
        return row.rules() == null
                ? new Qualification(Verdict.UNCERTAIN, List.of("RULES_INCOMPLETE"), null)
                : new Qualification(Verdict.QUALIFIED, List.of(), row.rules());
    }
}
