package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Match;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.exchange.Behaviour.InsufficientBalance;
import io.firstfill.simulator.exchange.Behaviour.MarketFirstMinute;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes orders in: judge, lock, match, settle, report. */
public final class OrderEntry {

    private final Accounts accounts;
    private final OrderArchive archive;
    private final Settlement settlement;
    private final RandomGenerator random;
    private long lastId = 505_979_017_439_000_000L;

    OrderEntry(Accounts accounts, OrderArchive archive, RandomGenerator random) {
        this.accounts = accounts;
        this.archive = archive;
        this.settlement = new Settlement(accounts, archive);
        this.random = random;
    }

    /** Judges an order without placing it. */
    public @Nullable Refusal judge(
            Account account, OrderRequest request, Listing listing, Behaviour behaviour, Moment now) {
        String clientOrderId = request.clientOrderId();
        OrderAttempt attempt = new OrderAttempt(
                account,
                request,
                listing,
                behaviour,
                now,
                archive.openOrders(account),
                clientOrderId != null && archive.used(account, clientOrderId),
                random);
        Refusal refusal = OrderRules.judge(attempt);
        if (refusal != null) {
            return refusal;
        }
        Order order = order(account, request, listing, behaviour);
        return unaffordable(account, order, listing.market().pair(), behaviour);
    }

    /** @param receivedMicros when the request was received, machine clock */
    public OrderOutcome place(
            Account account,
            OrderRequest request,
            Listing listing,
            Behaviour behaviour,
            Moment now,
            long receivedMicros) {
        Refusal refusal = judge(account, request, listing, behaviour, now);
        if (refusal != null) {
            return new OrderOutcome.Refused(refusal);
        }
        Order order = order(account, request, listing, behaviour);
        order.show(now.machineMicros(), null);
        PlacedOrder placed = new PlacedOrder(
                order,
                now,
                receivedMicros,
                now.machineMicros()
                        + micros(behaviour.visibilityDelayMinMillis(), behaviour.visibilityDelayMaxMillis()),
                micros(behaviour.fillLagMinMillis(), behaviour.fillLagMaxMillis()));
        archive.add(placed);
        boolean turnedAway = request.isMarket()
                && behaviour.marketFirstMinute() == MarketFirstMinute.CANCELED
                && listing.isInFirst(behaviour.firstMinuteMillis(), now);
        execute(account, order, listing, behaviour, now, turnedAway || behaviour.emptyBook());
        return new OrderOutcome.Accepted(placed);
    }

    /** An order of the exchange's own accounts: judged by nobody, kept by nobody. */
    Order placeHouse(Account house, OrderRequest request, Listing listing, Behaviour behaviour, Moment now) {
        Order order = order(house, request, listing, behaviour);
        execute(house, order, listing, behaviour, now, false);
        return order;
    }

    /** False when the order is not open any more. */
    public boolean cancel(Order order, Listing listing, Moment now) {
        if (!listing.market().book().cancel(order)) {
            return false;
        }
        listing.market().bookChanged();
        release(order, listing.market().pair());
        archive.changed(order, now);
        return true;
    }

    private void execute(
            Account account, Order order, Listing listing, Behaviour behaviour, Moment now, boolean turnedAway) {
        Market market = listing.market();
        account.balances().lock(paysWith(order, market.pair()), order.lockLeft());
        if (turnedAway) {
            market.book().turnAway(order);
        }
        List<Match> matches = turnedAway ? List.of() : market.book().accept(order, fraction(account, behaviour));
        market.bookChanged();
        matches.forEach(match -> settle(match, market, behaviour, now));
        if (!order.status().isOpen()) {
            release(order, market.pair());
        }
        if (matches.isEmpty() && order.status().isOpen()) {
            archive.rests(order);
        } else {
            archive.changed(order, now);
        }
    }

    private void settle(Match match, Market market, Behaviour behaviour, Moment now) {
        settlement.settle(match, market.pair(), behaviour, now);
        market.traded(new Trade(
                match.price(),
                match.quantity(),
                now.serverMillis(),
                match.taker().terms().side()));
        archive.changed(match.maker(), now);
    }

    private void release(Order order, Pair pair) {
        Account account = accounts.named(order.terms().account());
        account.balances().release(paysWith(order, pair), order.lockLeft());
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

    private static @Nullable Refusal unaffordable(Account account, Order order, Pair pair, Behaviour behaviour) {
        BigDecimal free = account.balances().of(paysWith(order, pair)).free();
        if (free.compareTo(order.lockLeft()) >= 0) {
            return null;
        }
        if (order.terms().side() == Side.SELL) {
            return Refusal.OVERSOLD;
        }
        return behaviour.insufficientBalance() == InsufficientBalance.REFUSED_30004
                ? Refusal.INSUFFICIENT_POSITION
                : Refusal.INSUFFICIENT_BALANCE;
    }

    private static String paysWith(Order order, Pair pair) {
        return order.terms().side() == Side.BUY ? pair.quote() : pair.base();
    }

    private static BigDecimal fraction(Account account, Behaviour behaviour) {
        return account.isHouse() ? BigDecimal.ONE : behaviour.fillFraction();
    }

    private long micros(long fromMillis, long toMillis) {
        return random.nextLong(fromMillis * 1000, toMillis * 1000 + 1);
    }
}
