package io.firstfill.scanner.observation;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pair as exchangeInfo shows it.
 *
 * @param apiTradable isSpotTradingAllowed; false before the opening
 * @param firstOpenTime the exchange's own opening time, where it states one
 * @param sides null when the exchange names a side type that is not known here
 * @param rules null when precisions or minimum amounts are missing
 */
public record MarketRow(
        Pair pair,
        String symbol,
        Phase phase,
        boolean apiTradable,
        @Nullable Instant firstOpenTime,
        @Nullable Sides sides,
        @Nullable TradingRules rules) {
    public MarketRow {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(phase, "phase");
    }

    /** The status of the pair. Halted pairs and pairs that have not opened yet are both {@code PAUSED}. */
    public enum Phase {
        ONLINE,
        PAUSED,
        OFFLINE,
        UNKNOWN
    }

    /** The sides on which orders for the pair are accepted. */
    public enum Sides {
        ALL,
        BUY_ONLY,
        SELL_ONLY,
        CLOSED
    }

    /** The same row without a stated opening. */
    public MarketRow withoutOpening() {
        return new MarketRow(pair, symbol, phase, apiTradable, null, sides, rules);
    }

    public boolean isTrading() {
        return phase == Phase.ONLINE && apiTradable;
    }
}
