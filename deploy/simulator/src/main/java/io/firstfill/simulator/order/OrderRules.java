package io.firstfill.simulator.order;

import io.firstfill.simulator.behaviour.Behaviour.DuplicateClientOrderIds;
import io.firstfill.simulator.behaviour.Behaviour.MarketFirstMinute;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.market.Pair;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of order entry. They are checked in the order of the list; the first refusal is the answer. */
final class OrderRules {

    private static final int MAX_OPEN_ORDERS = 500;

    private static final List<Refusal> PRE_OPEN_ANSWERS =
            List.of(Refusal.DIRECTION, Refusal.NOT_SUPPORTED, Refusal.SUSPENDED, Refusal.DISABLED);

    private static final List<OrderRule> ALL = List.of(
            OrderRules::combination,
            OrderRules::keyMayTrade,
            OrderRules::tradingOpen,
            OrderRules::sideAllowed,
            OrderRules::sellingSuspended,
            OrderRules::typeAllowed,
            OrderRules::positive,
            OrderRules::decimals,
            OrderRules::amountLimits,
            OrderRules::priceCap,
            OrderRules::priceBand,
            OrderRules::counterparty,
            OrderRules::openOrderLimit,
            OrderRules::duplicateId);

    private OrderRules() {}

    static @Nullable Refusal check(OrderAttempt attempt) {
        for (OrderRule rule : ALL) {
            Refusal refusal = rule.check(attempt);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal combination(OrderAttempt attempt) {
        OrderRequest request = attempt.request();
        boolean complete = request.isMarket()
                ? request.quantity() != null || request.quoteOrderQty() != null
                : request.quantity() != null && request.price() != null;
        return complete ? null : Refusal.COMBINATION;
    }

    private static @Nullable Refusal keyMayTrade(OrderAttempt attempt) {
        boolean announced = attempt.listing().isPublic(attempt.now());
        return announced && attempt.account().mayTrade(attempt.pair().symbol()) ? null : Refusal.NOT_SUPPORTED;
    }

    private static @Nullable Refusal tradingOpen(OrderAttempt attempt) {
        if (attempt.market().paused()) {
            return Refusal.SUSPENDED;
        }
        return attempt.listing().isOpen() ? null : notYetOpen(attempt);
    }

    private static Refusal notYetOpen(OrderAttempt attempt) {
        return switch (attempt.behaviour().preOpenAnswer()) {
            case REFUSED_30001 -> Refusal.DIRECTION;
            case REFUSED_10007 -> Refusal.NOT_SUPPORTED;
            case REFUSED_30000 -> Refusal.SUSPENDED;
            case REFUSED_30016 -> Refusal.DISABLED;
            case MIXED -> PRE_OPEN_ANSWERS.get(attempt.random().nextInt(PRE_OPEN_ANSWERS.size()));
        };
    }

    private static @Nullable Refusal sideAllowed(OrderAttempt attempt) {
        return attempt.market().sides().allow(attempt.request().side()) ? null : Refusal.DIRECTION;
    }

    private static @Nullable Refusal sellingSuspended(OrderAttempt attempt) {
        boolean refused =
                attempt.request().side() == Side.SELL && attempt.behaviour().sellingSuspended();
        return refused ? Refusal.SELLING_SUSPENDED : null;
    }

    private static @Nullable Refusal typeAllowed(OrderAttempt attempt) {
        OrderRequest request = attempt.request();
        if (!request.isMarket()) {
            boolean postOnlyMissing = request.type() == OrderType.LIMIT_MAKER
                    && !attempt.pair().orderTypes().contains(OrderType.LIMIT_MAKER);
            return postOnlyMissing ? Refusal.TYPE_DISABLED : null;
        }
        if (!attempt.pair().orderTypes().contains(OrderType.MARKET)) {
            return Refusal.MARKET_DISABLED;
        }
        MarketFirstMinute first =
                attempt.inFirstMinute() ? attempt.behaviour().marketFirstMinute() : MarketFirstMinute.FILLED;
        return switch (first) {
            case FILLED, CANCELED -> null;
            case REFUSED_30018 -> Refusal.MARKET_DISABLED;
            case REFUSED_30019 -> Refusal.API_MARKET_DISABLED;
        };
    }

    private static @Nullable Refusal positive(OrderAttempt attempt) {
        OrderRequest request = attempt.request();
        boolean positive = Stream.of(request.quantity(), request.quoteOrderQty(), request.price())
                .filter(Objects::nonNull)
                .allMatch(value -> value.signum() > 0);
        return positive ? null : Refusal.NOT_POSITIVE;
    }

    private static @Nullable Refusal decimals(OrderAttempt attempt) {
        OrderRequest request = attempt.request();
        boolean fits = fits(request.quantity(), attempt.pair().baseScale())
                && fits(request.quoteOrderQty(), attempt.pair().priceScale())
                && fits(request.price(), attempt.pair().priceScale());
        return fits ? null : Refusal.DECIMALS;
    }

    private static boolean fits(@Nullable BigDecimal value, int scale) {
        return value == null || value.stripTrailingZeros().scale() <= scale;
    }

    private static @Nullable Refusal amountLimits(OrderAttempt attempt) {
        Pair pair = attempt.pair();
        boolean market = attempt.request().isMarket();
        BigDecimal least = market ? pair.minAmountMarket() : pair.minAmount();
        BigDecimal most = market ? pair.maxAmountMarket() : pair.maxAmount();
        if (attempt.amount().compareTo(least) < 0) {
            return Refusal.tooSmall(Json.plain(least) + pair.quote());
        }
        if (attempt.amount().compareTo(most) > 0) {
            return Refusal.tooLarge(Json.plain(most) + pair.quote());
        }
        BigDecimal quantity = attempt.request().quantity();
        boolean tooFew = quantity != null && quantity.compareTo(pair.minQuantity()) < 0;
        return tooFew ? Refusal.tooSmall(Json.plain(pair.minQuantity()) + pair.base()) : null;
    }

    private static @Nullable Refusal priceCap(OrderAttempt attempt) {
        BigDecimal cap = attempt.behaviour().priceCap();
        BigDecimal price = attempt.request().price();
        if (cap == null || price == null || attempt.request().isMarket()) {
            return null;
        }
        boolean above = attempt.request().side() == Side.BUY && price.compareTo(cap) > 0;
        return above ? Refusal.priceAbove(Json.plain(cap) + attempt.pair().quote()) : null;
    }

    private static @Nullable Refusal priceBand(OrderAttempt attempt) {
        BigDecimal band = attempt.behaviour().priceBand();
        BigDecimal last = attempt.market().lastPrice();
        BigDecimal price = attempt.request().price();
        if (band == null
                || last == null
                || price == null
                || attempt.request().isMarket()
                || attempt.request().type() == OrderType.LIMIT_MAKER) {
            return null;
        }
        BigDecimal up = attempt.pair().priceBelow(last.multiply(BigDecimal.ONE.add(band)));
        BigDecimal down = attempt.pair().priceAbove(last.multiply(BigDecimal.ONE.subtract(band)));
        String quote = attempt.pair().quote();
        if (attempt.request().side() == Side.BUY) {
            return price.compareTo(up) > 0 ? Refusal.priceAbove(Json.plain(up) + quote) : null;
        }
        return price.compareTo(down) < 0 ? Refusal.priceBelow(Json.plain(down) + quote) : null;
    }

    private static @Nullable Refusal counterparty(OrderAttempt attempt) {
        Side opposite = attempt.request().side().opposite();
        boolean none =
                attempt.behaviour().emptyBook() || attempt.market().book().best(opposite) == null;
        return attempt.request().isMarket() && none ? Refusal.NO_OPPONENT : null;
    }

    private static @Nullable Refusal openOrderLimit(OrderAttempt attempt) {
        return attempt.openOrders() < MAX_OPEN_ORDERS ? null : Refusal.TOO_MANY_ORDERS;
    }

    private static @Nullable Refusal duplicateId(OrderAttempt attempt) {
        boolean refused = attempt.behaviour().duplicateClientOrderIds() == DuplicateClientOrderIds.REFUSED
                && attempt.clientOrderIdUsed();
        return refused ? Refusal.OPERATION_NOT_ALLOWED : null;
    }
}
