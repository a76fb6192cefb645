package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Quotes both sides around a drifting price, and a crowd that trades against the quotes, so that a market is alive. */
final class MarketMaker {

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final OrderEntry desk;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final List<Order> quotes = new ArrayList<>();
    private long nextTurnMicros;

    MarketMaker(OrderEntry desk, Accounts accounts, RandomGenerator random) {
        this.desk = desk;
        this.accounts = accounts;
        this.random = random;
    }

    /** Machine clock. */
    long nextTurnMicros() {
        return nextTurnMicros;
    }

    /** Fills the book of a pair that has just opened; the first trades follow with the next turn. */
    void open(Listing listing, Behaviour behaviour, Moment now) {
        requote(listing, behaviour, now);
        nextTurnMicros = now.machineMicros() + 20_000;
    }

    /** Requotes and lets the crowd trade; turns of several markets drift apart so that they do not stop the loop together. */
    void turn(Listing listing, Behaviour behaviour, Moment now) {
        drift(listing.market(), behaviour.makerVolatility());
        requote(listing, behaviour, now);
        if (behaviour.makerTrades()) {
            letTheCrowdTrade(listing, behaviour, now);
        }
        long interval = behaviour.makerIntervalMillis() * 1000L;
        nextTurnMicros = now.machineMicros() + interval + random.nextLong(interval / 10 + 1);
    }

    /** Shows asks in a book that is not open yet. */
    void offerEarly(Listing listing, Behaviour behaviour, Moment now) {
        if (quotes.isEmpty()) {
            quoteSide(listing, Side.SELL, behaviour, now);
        }
    }

    void leave(Listing listing, Moment now) {
        quotes.forEach(order -> desk.cancel(order, listing, now));
        quotes.clear();
    }

    private void requote(Listing listing, Behaviour behaviour, Moment now) {
        leave(listing, now);
        quoteSide(listing, Side.SELL, behaviour, now);
        quoteSide(listing, Side.BUY, behaviour, now);
    }

    private void quoteSide(Listing listing, Side side, Behaviour behaviour, Moment now) {
        Pair pair = listing.market().pair();
        BigDecimal middle = middle(listing, behaviour, now);
        BigDecimal step = behaviour.makerSpread().divide(BigDecimal.TWO, PRECISION);
        for (int level = 1; level <= behaviour.makerLevels(); level++) {
            BigDecimal distance = step.multiply(BigDecimal.valueOf(level));
            BigDecimal price = side == Side.SELL
                    ? pair.priceAbove(middle.multiply(BigDecimal.ONE.add(distance)))
                    : pair.priceBelow(middle.multiply(BigDecimal.ONE.subtract(distance)));
            if (price.signum() > 0) {
                BigDecimal quantity = pair.wholeSteps(behaviour.makerLevelAmount(), price);
                house(accounts.maker(), OrderType.LIMIT, side, price, quantity, listing, behaviour, now);
            }
        }
    }

    private void letTheCrowdTrade(Listing listing, Behaviour behaviour, Moment now) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal price = listing.market().book().best(side.opposite());
        if (price != null) {
            BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 200), 3);
            BigDecimal amount = behaviour.makerLevelAmount().multiply(share);
            BigDecimal quantity = listing.market().pair().wholeSteps(amount, price);
            house(accounts.crowd(), OrderType.IMMEDIATE_OR_CANCEL, side, price, quantity, listing, behaviour, now);
        }
    }

    private void house(
            Account account,
            OrderType type,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            Listing listing,
            Behaviour behaviour,
            Moment now) {
        if (quantity.signum() > 0) {
            OrderRequest request = new OrderRequest(listing.symbol(), side, type, quantity, null, price, null, "");
            Order order = desk.placeHouse(account, request, listing, behaviour, now);
            if (order.status().isOpen()) {
                quotes.add(order);
            }
        }
    }

    private void drift(Market market, BigDecimal volatility) {
        BigDecimal change = volatility.multiply(BigDecimal.valueOf(random.nextInt(-1000, 1001), 3));
        market.moveTo(market.referencePrice().multiply(BigDecimal.ONE.add(change), PRECISION));
    }

    private static BigDecimal middle(Listing listing, Behaviour behaviour, Moment now) {
        BigDecimal reference = listing.market().referencePrice();
        return listing.state() instanceof ListingState.Open open
                ? reference.multiply(pump(behaviour, (now.serverMicros() - open.trueOpenServerMicros()) / 1000))
                : reference;
    }

    /** Up in a straight line to the peak, then down in a straight line to where it stays. */
    private static BigDecimal pump(Behaviour behaviour, long elapsed) {
        if (elapsed < behaviour.pumpMillis()) {
            return between(BigDecimal.ONE, behaviour.pumpPeak(), elapsed, behaviour.pumpMillis());
        }
        long fading = elapsed - behaviour.pumpMillis();
        return fading < behaviour.fadeMillis()
                ? between(behaviour.pumpPeak(), behaviour.fadeTo(), fading, behaviour.fadeMillis())
                : behaviour.fadeTo();
    }

    private static BigDecimal between(BigDecimal from, BigDecimal to, long part, long whole) {
        BigDecimal share =
                BigDecimal.valueOf(Math.max(part, 0)).divide(BigDecimal.valueOf(whole), 6, RoundingMode.DOWN);
        return from.add(to.subtract(from).multiply(share));
    }
}
