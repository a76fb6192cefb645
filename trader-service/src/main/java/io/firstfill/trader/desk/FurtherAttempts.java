package io.firstfill.trader.desk;

import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.Checks;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Rest;
import io.firstfill.trader.order.Sighting;
import io.firstfill.trader.order.Terms;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What follows an attempt that has ended for certain: another one, for what is left of the amount, bounded, and with a
 * name and a permit of its own.
 *
 * <p>A market order that was not taken, or did not spend the amount, is followed at once by a capped one. A capped order
 * filled whole but below its price left offers behind: also at once. One whose rest was cancelled had taken all there was
 * up to its price: only after the back-off, and never at a higher price, so that the market is not chased. A rest under
 * {@code min-retry-fraction} is left alone: it would cost another permit and another trade of the hour, and market buys are
 * known to spend only about 95 % of their amount.
 */
final class FurtherAttempts {
    private final DeskParts desk;
    private final Review review;

    FurtherAttempts(DeskParts desk, Review review) {
        this.desk = desk;
        this.review = review;
    }

    /** A market order was refused as such, with proof. */
    void fallBack(Buy refused) {
        if (!isLast(refused) && style(refused) == OrderStyle.MARKET_THEN_IOC) {
            withoutMarket(refused);
        }
    }

    /**
     * Refused with proof for its price: the next attempt asks for as much as the amount buys a little under the price
     * stated, which follows the last trade and may have moved down meanwhile.
     */
    void reprice(Buy refused, Price stated) {
        if (!isLast(refused) && refused.terms() instanceof Terms.Capped capped) {
            BigDecimal kept = BigDecimal.ONE.subtract(desk.settings().repriceMargin());
            Price highest = new Price(stated.value().multiply(kept));
            upTo(refused, capped.price().compareTo(highest) < 0 ? capped.price() : highest, desk.now());
        }
    }

    /** The exchange has taken it: what may have to follow is prepared. */
    void accepted(Buy buy) {
        if (!isLast(buy)) {
            review.askAhead(buy);
        }
    }

    /** It has ended at the exchange. */
    void ended(Buy buy, Sighting end) {
        OrderStyle style = style(buy);
        boolean late = !desk.venue().exchangeTime().isBefore(buy.deadline());
        if (late || isLast(buy) || style == OrderStyle.MARKET || !(end.isEmptyHanded() || leftWorthwhile(buy))) {
            return;
        }
        switch (buy.terms()) {
            case Terms.Market market -> withoutMarket(buy);
            case Terms.Capped capped ->
                upTo(buy, capped.price(), end.status() == Sighting.Status.FILLED ? desk.now() : backedOff(buy));
        }
    }

    /** Refused with proof on an open market, for something that may pass. */
    void attemptAgain(Buy refused) {
        desk.state()
                .listings
                .again(Arming.key(refused), refused.attempt() + 1, backedOff(refused))
                .ifPresent(next -> review.review(next.key()));
    }

    private void withoutMarket(Buy before) {
        desk.state()
                .listings
                .againWithoutMarket(Arming.key(before), before.attempt() + 1, desk.now())
                .ifPresent(next -> review.hurry(next.key()));
    }

    private void upTo(Buy before, Price highest, Instant notBefore) {
        desk.state()
                .listings
                .againUpTo(Arming.key(before), before.attempt() + 1, notBefore, highest)
                .ifPresent(next -> review.review(next.key()));
    }

    /** Without the pair's rules no capped order could be made anyway. */
    private boolean leftWorthwhile(Buy buy) {
        return desk.state()
                .runs
                .open(buy.runId())
                .flatMap(run -> desk.state()
                        .listings
                        .rules(buy.listingId())
                        .map(rules -> new Rest(
                                        run.configuration().quoteAmount(),
                                        desk.state().fills.spent(buy.runId(), buy.listingId()))
                                .isWorthwhile(desk.settings().minRetryFraction(), Checks.least(rules, true))))
                .orElse(false);
    }

    private Instant backedOff(Buy buy) {
        return desk.now().plus(desk.settings().retryBackoff().multipliedBy(1L << (buy.attempt() - 1)));
    }

    private boolean isLast(Buy buy) {
        return buy.attempt() >= desk.settings().maxAttempts();
    }

    private OrderStyle style(Buy buy) {
        return desk.state()
                .runs
                .open(buy.runId())
                .map(run -> run.configuration().orderStyle())
                .orElse(OrderStyle.MARKET);
    }
}
