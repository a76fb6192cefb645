package io.firstfill.simulator.order;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviour.InsufficientBalance;
import io.firstfill.simulator.behaviour.Behaviour.MarketFirstMinute;
import io.firstfill.simulator.book.Match;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Pair;
import io.firstfill.simulator.market.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Accepts orders: checks the rules, locks the funds, matches, settles, and records the result in the archive. */
public final class OrderEntry {

    private final Accounts accounts;
    private final OrderArchive archive;
    private final Settlement settlement;
    private final RandomGenerator random;
    private long lastId = 505_979_017_439_000_000L;

    /** @param random draws lags, delays and mixed refusals */
    public OrderEntry(Accounts accounts, OrderArchive archive, RandomGenerator random) {
        this.accounts = accounts;
        this.archive = archive;
        this.settlement = new Settlement(accounts, archive);
        this.random = random;
    }

    /** Checks an order without placing it; null when it would be accepted. */
    public @Nullable Refusal check(
            Account account, OrderRequest request, Listing listing, Behaviour behaviour, ClockReading now) {
        String clientOrderId = request.clientOrderId();
        OrderAttempt attempt = new OrderAttempt(
                account,
                request,
                listing,
                behaviour,
                now,
                archive.openOrders(account),
                clientOrderId != null && archive.isUsed(account, clientOrderId),
                random);
        Refusal refusal = OrderRules.check(attempt);
        if (refusal != null) {
            return refusal;
        }
        Order order = order(account, request, listing, behaviour);
        return insufficientFunds(account, order, listing.market().pair(), behaviour);
    }

    /**
     * Places a customer's order.
     *
     * @param receivedMicros when the request was received, machine clock
     */
    public PlacementResult place(
            Account account,
            OrderRequest request,
            Listing listing,
            Behaviour behaviour,
            ClockReading now,
            long receivedMicros) {
        Refusal refusal = check(account, request, listing, behaviour, now);
        if (refusal != null) {
            stopMarketAfter(refusal, listing.market(), behaviour, now);
            return new PlacementResult.Refused(refusal);
        }
        Order order = order(account, request, listing, behaviour);
        order.addView(now.machineMicros(), null);
        PlacedOrder placed = new PlacedOrder(
                order,
                now,
                receivedMicros,
                now.machineMicros()
                        + drawMicros(behaviour.visibilityDelayMinMillis(), behaviour.visibilityDelayMaxMillis()),
                drawMicros(behaviour.fillLagMinMillis(), behaviour.fillLagMaxMillis()));
        archive.add(placed);
        boolean cancelUnmatched = request.isMarket()
                && behaviour.marketFirstMinute() == MarketFirstMinute.CANCELED
                && listing.openedWithin(behaviour.firstMinuteMillis(), now);
        execute(account, order, listing, behaviour, now, cancelUnmatched || behaviour.emptyBook());
        return new PlacementResult.Accepted(placed);
    }

    /**
     * Places an order of a house account. The order is neither checked against the rules nor kept in the archive; the
     * account must hold the funds.
     */
    public Order placeHouseOrder(
            Account house, OrderRequest request, Listing listing, Behaviour behaviour, ClockReading now) {
        Order order = order(house, request, listing, behaviour);
        execute(house, order, listing, behaviour, now, false);
        return order;
    }

    /** Cancels an order; false when the order is no longer open. */
    public boolean cancel(Order order, Listing listing, ClockReading now) {
        if (!listing.market().book().cancel(order)) {
            return false;
        }
        listing.market().bookChanged();
        release(order, listing.market().pair());
        archive.changed(order, now);
        return true;
    }

    /** @param cancelUnmatched cancels the order instead of matching it */
    private void execute(
            Account account,
            Order order,
            Listing listing,
            Behaviour behaviour,
            ClockReading now,
            boolean cancelUnmatched) {
        Market market = listing.market();
        account.balances().lock(assetPaid(order, market.pair()), order.remainingLock());
        if (cancelUnmatched) {
            market.book().cancelUnmatched(order);
        }
        List<Match> matches = cancelUnmatched ? List.of() : market.book().accept(order, fraction(account, behaviour));
        market.bookChanged();
        matches.forEach(match -> settle(match, market, behaviour, now));
        if (!order.status().isOpen()) {
            release(order, market.pair());
        }
        if (matches.isEmpty() && order.status().isOpen()) {
            archive.addedToBook(order);
        } else {
            archive.changed(order, now);
        }
    }

    private void settle(Match match, Market market, Behaviour behaviour, ClockReading now) {
        settlement.settle(match, market.pair(), behaviour, now);
        market.add(new Trade(
                match.price(),
                match.quantity(),
                now.serverMillis(),
                match.taker().terms().side()));
        archive.changed(match.maker(), now);
    }

    private static void stopMarketAfter(Refusal refusal, Market market, Behaviour behaviour, ClockReading now) {
        BigDecimal move = behaviour.priceRefusalMove();
        if (move != null && refusal.isForPrice() && !market.isStill()) {
            BigDecimal moved = market.lastOrReferencePrice().multiply(BigDecimal.ONE.add(move));
            market.standStillAt(market.pair().priceBelow(moved), now.serverMillis());
        }
    }

    private void release(Order order, Pair pair) {
        Account account = accounts.ofOrder(order.terms().account());
        account.balances().release(assetPaid(order, pair), order.remainingLock());
    }

    private Order order(Account account, OrderRequest request, Listing listing, Behaviour behaviour) {
        OrderSizing sizing = OrderSizing.of(request, listing.market(), behaviour);
        BigDecimal feeRate =
                account.isHouse() ? BigDecimal.ZERO : behaviour.takerFee().max(behaviour.makerFee());
        return new Order(new OrderTerms(
                "C02__" + ++lastId,
                request.clientOrderId(),
                account.name(),
                request.symbol(),
                request.side(),
                request.type(),
                sizing.price(),
                sizing.quantity(),
                sizing.budget(),
                feeRate,
                request.stpMode()));
    }

    private static @Nullable Refusal insufficientFunds(Account account, Order order, Pair pair, Behaviour behaviour) {
        BigDecimal free = account.balances().of(assetPaid(order, pair)).free();
        if (free.compareTo(order.remainingLock()) >= 0) {
            return null;
        }
        if (order.terms().side() == Side.SELL) {
            return Refusal.OVERSOLD;
        }
        return behaviour.insufficientBalance() == InsufficientBalance.REFUSED_30004
                ? Refusal.INSUFFICIENT_POSITION
                : Refusal.INSUFFICIENT_BALANCE;
    }

    private static String assetPaid(Order order, Pair pair) {
        return order.terms().side() == Side.BUY ? pair.quote() : pair.base();
    }

    private static BigDecimal fraction(Account account, Behaviour behaviour) {
        return account.isHouse() ? BigDecimal.ONE : behaviour.fillFraction();
    }

    private long drawMicros(long minMillis, long maxMillis) {
        return random.nextLong(minMillis * 1000, maxMillis * 1000 + 1);
    }
}
