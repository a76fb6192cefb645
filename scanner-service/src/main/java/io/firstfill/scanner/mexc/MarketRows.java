package io.firstfill.scanner.mexc;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.SymbolInfo;
import io.firstfill.mexc.market.SymbolStatus;
import io.firstfill.mexc.market.TradeSides;
import io.firstfill.scanner.observation.MarketRow;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of exchangeInfo into market rows. A row that names no readable pair is left out; rules that cannot be
 * represented are, and the pair stays.
 */
final class MarketRows {
    /** The decimals that a price or a quantity of ours can have. */
    private static final int MOST_DECIMALS = 20;

    private MarketRows() {}

    static Optional<MarketRow> of(SymbolInfo info, LeftOut leftOut) {
        Optional<Pair> pair = pair(info.baseAsset(), info.quoteAsset());
        if (pair.isEmpty()) {
            leftOut.add("no name of a pair", info.symbol().value());
        }
        return pair.map(named -> row(info, named, leftOut));
    }

    private static MarketRow row(SymbolInfo info, Pair pair, LeftOut leftOut) {
        String word = info.unknownStatus();
        if (word != null) {
            leftOut.unknownStatus(word);
        }
        return new MarketRow(
                pair,
                info.symbol().value(),
                phase(info.status()),
                Boolean.TRUE.equals(info.spotTradingAllowed()),
                info.firstOpenTime(),
                sides(info.tradeSides()),
                readableRules(info, leftOut));
    }

    private static Optional<Pair> pair(@Nullable String base, @Nullable String quote) {
        if (base == null || quote == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pair(Asset.of(base), Asset.of(quote)));
        } catch (IllegalArgumentException unreadableName) {
            return Optional.empty();
        }
    }

    private static @Nullable TradingRules readableRules(SymbolInfo info, LeftOut leftOut) {
        try {
            return rules(info);
        } catch (IllegalArgumentException odd) {
            leftOut.add("rules that no order could follow", info.symbol().value());
            return null;
        }
    }

    /** @throws IllegalArgumentException for rules that cannot be represented */
    private static @Nullable TradingRules rules(SymbolInfo info) {
        Integer quantityDecimals = info.baseAssetPrecision();
        Integer priceDecimals = info.quotePrecision();
        BigDecimal least = info.minQuoteAmountMarket() == null ? info.minQuoteAmount() : info.minQuoteAmountMarket();
        if (quantityDecimals == null || priceDecimals == null || least == null || least.signum() < 0) {
            return null;
        }
        requireDecimals(quantityDecimals);
        requireDecimals(priceDecimals);
        return new TradingRules(
                quantityDecimals,
                priceDecimals,
                new Amount(least),
                limit(info.maxQuoteAmountMarket()),
                info.orderTypes().stream().sorted().toList(),
                Boolean.TRUE.equals(info.spotTradingAllowed()),
                least(info.minQuoteAmount()),
                limit(info.maxQuoteAmount()),
                buyable(info.tradeSides()));
    }

    private static void requireDecimals(int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals out of range");
        }
    }

    private static @Nullable Boolean buyable(TradeSides sides) {
        return switch (sides) {
            case ALL, BUY_ONLY -> true;
            case SELL_ONLY, CLOSED -> false;
            case UNKNOWN -> null;
        };
    }

    private static @Nullable Amount least(@Nullable BigDecimal amount) {
        return amount == null || amount.signum() < 0 ? null : new Amount(amount);
    }

    private static @Nullable Amount limit(@Nullable BigDecimal most) {
        return most == null || most.signum() <= 0 ? null : new Amount(most);
    }

    private static MarketRow.Phase phase(SymbolStatus status) {
        return switch (status) {
            case ONLINE -> MarketRow.Phase.ONLINE;
            case PAUSED -> MarketRow.Phase.PAUSED;
            case OFFLINE -> MarketRow.Phase.OFFLINE;
            case UNKNOWN -> MarketRow.Phase.UNKNOWN;
        };
    }

    private static MarketRow.@Nullable Sides sides(TradeSides sides) {
        return switch (sides) {
            case ALL -> MarketRow.Sides.ALL;
            case BUY_ONLY -> MarketRow.Sides.BUY_ONLY;
            case SELL_ONLY -> MarketRow.Sides.SELL_ONLY;
            case CLOSED -> MarketRow.Sides.CLOSED;
            case UNKNOWN -> null;
        };
    }
}
