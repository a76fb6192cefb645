package io.firstfill.trader.decide;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.RemainingQuote;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Decides what follows an attempt that has ended for certain: another attempt for what is left of the amount, bounded
 * in number, with an order id and a permit of its own. A decided attempt is pending at once; whoever asked reviews it.
 *
 * <p>A market order that was not taken, or did not spend the amount, is followed at once by a capped order. A capped
 * order that was filled in whole but below its price left offers behind: it is followed at once, too. One whose rest
 * was cancelled had taken all there was up to its price: it is followed only after the back-off, and never at a higher
 * price, so that the market is not chased. A remainder under {@code min-retry-fraction} is left alone: it would cost
 * another permit and another trade of the hour, and market buys are known to spend only about 95 % of their amount.
 */
public final class FurtherAttempts {
    /** A further attempt that is decided and not begun: the end before it is published first, and states it. */
    public record Next(ListingKey key, UnaryOperator<PendingSignal> change) {}

    /** One for the quantity, one for the price. */
    private static final int DECIMALS_REFUSALS = 2;

    private final EngineState state;
    private final ListingRuns runs;
    private final Venue venue;
    private final EventLoop loop;
    private final DecisionSettings settings;

    public FurtherAttempts(EngineState state, Venue venue, EventLoop loop, DecisionSettings settings) {
        this.state = state;
        this.runs = new ListingRuns(state);
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
    }

    /** After a market order that was refused as such, with proof. */
    public Optional<Next> afterStyleRefusal(Buy refused) {
        return isLast(refused) || !mayBeCapped(refused) ? Optional.empty() : withoutMarket(refused);
    }

    /**
     * After an order that was refused with proof for its price: a capped order follows, at a price a little under the
     * stated one, which follows the last trade and may have moved down meanwhile.
     */
    public Optional<Next> afterPriceRefusal(Buy refused, Price stated) {
        if (isLast(refused)) {
            return Optional.empty();
        }
        Price highest = under(refused, stated);
        return switch (refused.terms()) {
            case Terms.Capped capped ->
                upTo(refused, capped.price().compareTo(highest) < 0 ? capped.price() : highest, loop.now());
            case Terms.Market market ->
                mayBeCapped(refused)
                        ? next(refused, loop.now(), last -> last.withoutMarket().upTo(highest))
                        : Optional.empty();
        };
    }

    private Price under(Buy refused, Price stated) {
        return state.listings()
                .rules(refused.listingId())
                .map(rules -> Terms.under(stated, settings.repriceMargin(), rules.priceDecimals()))
                .orElse(stated);
    }

    /** Returns whether the order was a market order that a capped one may follow. */
    private boolean mayBeCapped(Buy refused) {
        return refused.terms() instanceof Terms.Market && style(refused) == OrderStyle.MARKET_THEN_IOC;
    }

    /** After a refusal with proof, on an open market, for something that may pass. */
    public Optional<Next> afterPassingRefusal(Buy refused) {
        return isLast(refused) ? Optional.empty() : next(refused, backedOff(refused), last -> last);
    }

    /**
     * After an order that was refused with proof because its numbers have too many decimals: another one follows at
     * once, with the pair's rules where they are known by now, else with fewer decimals. It does not count among the
     * attempts that a listing has, up to a number. A market order has an amount only, and is not helped by it, nor is
     * an order that keeps to the rules.
     */
    public Optional<Next> afterDecimalsRefusal(Buy refused) {
        if (used(refused) >= settings.maxAttempts() + DECIMALS_REFUSALS
                || !(refused.terms() instanceof Terms.Capped capped)) {
            return Optional.empty();
        }
        Optional<TradingRules> rules = state.listings().rules(refused.listingId());
        return rules.isEmpty()
                ? next(refused, loop.now(), PendingSignal::withFewerDecimals)
                : rules.filter(known -> !capped.fits(known.priceDecimals(), known.quantityDecimals()))
                        .flatMap(known -> next(refused, loop.now(), last -> last));
    }

    /** After an order that has ended at the exchange, once its end counts among what was spent. */
    public Optional<Next> afterEnd(Buy buy, OrderSnapshot end) {
        return afterEnd(buy, end, state.spent(buy.runId(), buy.listingId()));
    }

    /**
     * After an end with nothing bought that the exchange has pushed and no look-up has confirmed: only where another
     * permit is held, because the one of the order stays spent until then.
     */
    public Optional<Next> afterPushedEnd(Buy buy, OrderSnapshot end) {
        return state.permits()
                .largest(buy.runId())
                .filter(limit -> !buy.quoteAmount().exceeds(limit))
                .flatMap(limit -> afterEnd(buy, end));
    }

    /** Returns whether another attempt follows, or has followed, an end that is not among what was spent yet. */
    public boolean follows(Buy buy, OrderSnapshot end) {
        return end.isFinal()
                && (hasFollowed(buy)
                        || (end.isEmptyHanded() && isFollowerPending(buy))
                        || afterEnd(
                                        buy,
                                        end,
                                        state.spent(buy.runId(), buy.listingId())
                                                .plus(end.spent()))
                                .isPresent());
    }

    /** Returns whether a later attempt for the listing has been sent or denied. */
    public boolean hasFollowed(Buy buy) {
        return state.listings().lastAttempt(ListingKey.of(buy)) > buy.attempt();
    }

    private boolean isFollowerPending(Buy buy) {
        return state.listings()
                .find(ListingKey.of(buy))
                .filter(pending -> pending.attempt() > buy.attempt())
                .isPresent();
    }

    private Optional<Next> afterEnd(Buy buy, OrderSnapshot end, Amount spent) {
        boolean late = !venue.exchangeTime().isBefore(buy.deadline());
        boolean wanted = end.isEmptyHanded() || isRemainderWorthwhile(buy, spent);
        if (late || isLast(buy) || style(buy) == OrderStyle.MARKET || !wanted) {
            return Optional.empty();
        }
        return switch (buy.terms()) {
            case Terms.Market market -> withoutMarket(buy);
            case Terms.Capped capped ->
                upTo(buy, capped.price(), end.status() == OrderSnapshot.Status.FILLED ? loop.now() : backedOff(buy));
        };
    }

    /** Returns whether no further attempt at this opening is possible after this one. */
    public boolean isLast(Buy buy) {
        return used(buy) >= settings.maxAttempts();
    }

    /** Returns how many attempts at this opening there have been with this one. */
    private int used(Buy buy) {
        return buy.attempt() - state.listings().firstAttempt(ListingKey.of(buy)) + 1;
    }

    private Optional<Next> withoutMarket(Buy before) {
        return next(before, loop.now(), PendingSignal::withoutMarket);
    }

    private Optional<Next> upTo(Buy before, Price highest, Instant notBefore) {
        return next(before, notBefore, last -> last.upTo(highest));
    }

    /**
     * Empty where the attempt before was made by an earlier process and its signal is not known any more, and where a
     * later attempt has followed it already.
     */
    private Optional<Next> next(Buy before, Instant notBefore, UnaryOperator<PendingSignal> terms) {
        ListingKey key = ListingKey.of(before);
        return state.listings().mayReturn(key) && !hasFollowed(before)
                ? Optional.of(new Next(key, last -> terms.apply(last.withAttempt(before.attempt() + 1, notBefore))))
                : Optional.empty();
    }

    /** Makes the listing pending again, for the attempt that was decided. */
    public Optional<PendingSignal> begin(Next next) {
        return state.again(next.key(), next.change());
    }

    /** Without the pair's rules the smallest order is not known: the exchange would refuse a smaller one. */
    private boolean isRemainderWorthwhile(Buy buy, Amount spent) {
        Amount least = state.listings()
                .rules(buy.listingId())
                .map(rules -> Checks.least(rules, true))
                .orElse(Amount.ZERO);
        return runs.open(buy)
                .map(run -> new RemainingQuote(run.configuration().quoteAmount(), spent)
                        .isWorthwhile(settings.minRetryFraction(), least))
                .orElse(false);
    }

    private Instant backedOff(Buy buy) {
        return loop.now().plus(settings.retryBackoff().multipliedBy(1L << (used(buy) - 1)));
    }

    private OrderStyle style(Buy buy) {
        return runs.open(buy).map(run -> run.configuration().orderStyle()).orElse(OrderStyle.MARKET);
    }
}
