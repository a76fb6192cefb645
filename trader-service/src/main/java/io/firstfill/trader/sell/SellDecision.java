package io.firstfill.trader.sell;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.position.Exit;
import io.firstfill.trader.position.Position;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the next attempt of an exit offers, if it offers anything. */
sealed interface SellDecision {
    record Offer(SellLot lot) implements SellDecision {}

    /** @param worth of what is left, in quote; null where no price is known */
    record Dust(@Nullable Amount worth) implements SellDecision {}

    /** The account does not hold enough of the coins for an order. */
    record Missing() implements SellDecision {}

    /** An order with a price needs a bid, and there is none. */
    record NoPrice() implements SellDecision {}

    static SellDecision of(
            Position position, Exit exit, SellReadings.Found found, boolean rests, SellSettings settings) {
        SellTerms terms = found.terms();
        BigDecimal books = position.left().value().min(exit.wanted());
        BigDecimal held = found.free().map(books::min).orElse(books);
        Quantity quantity = terms.rounded(held, exit.refusedDecimals());
        Price bid = found.bid().orElse(null);
        Price measure = bid != null ? bid : position.bought().averagePrice().orElse(null);
        boolean refusedAsSmall = exit.lastRefusal()
                .filter(no -> SellReaction.of(no) == SellReaction.BELOW_MINIMUM)
                .isPresent();
        if (refusedAsSmall || terms.isTooSmall(quantity, measure)) {
            boolean missing = !refusedAsSmall
                    && !terms.isTooSmall(terms.rounded(books, exit.refusedDecimals()), measure);
            return missing ? new Missing() : new Dust(bid == null ? null : SellTerms.worth(position.left(), bid));
        }
        return offer(position, exit, found, rests, quantity, settings);
    }

    private static SellDecision offer(
            Position position,
            Exit exit,
            SellReadings.Found found,
            boolean rests,
            Quantity quantity,
            SellSettings settings) {
        ExitTriggered trigger = exit.trigger().orElseThrow();
        Price named = trigger.triggerPrice();
        if (rests && named != null) {
            return new Offer(new SellLot(OrderType.LIMIT, quantity, found.terms().under(named, BigDecimal.ZERO)));
        }
        Optional<Ratio> floor = position.plan().map(ExitPlan::floor);
        if (floor.isEmpty() && !exit.wantsPrice()) {
            return new Offer(new SellLot(OrderType.MARKET, quantity, null));
        }
        Price seen = trigger.seenPrice();
        Optional<Price> base = floor.isPresent() && seen != null ? Optional.of(seen) : found.bid();
        BigDecimal depth = floor.map(part -> BigDecimal.ONE.subtract(part.value()))
                .orElseGet(settings::depth)
                .divide(BigDecimal.TWO.pow(Math.min(10, exit.refusedPrices())));
        return base.<SellDecision>map(price -> new Offer(
                        new SellLot(OrderType.IMMEDIATE_OR_CANCEL, quantity, found.terms().under(price, depth))))
                .orElseGet(NoPrice::new);
    }
}
