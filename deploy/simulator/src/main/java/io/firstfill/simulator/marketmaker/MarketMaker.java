package io.firstfill.simulator.marketmaker;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.MarketCondition;
import io.firstfill.simulator.behaviour.QuotedSides;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.ListingState;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Pair;
import io.firstfill.simulator.order.OrderEntry;
import io.firstfill.simulator.order.OrderRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Quotes both sides of one listing around a random walk, and trades at random against its own quotes from the noise
 * trader's account, so that the market has trades without customers.
 */
final class MarketMaker {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final long FIRST_REQUOTE_MICROS = 20_000;

    private final Listing listing;
    private final OrderEntry orderEntry;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final List<Order> quotes = new ArrayList<>();
    private long nextQuoteMicros;
    private boolean haltedByCourse;

    MarketMaker(Listing listing, OrderEntry orderEntry, Accounts accounts, RandomGenerator random) {
        this.listing = listing;
        this.orderEntry = orderEntry;
        this.accounts = accounts;
        this.random = random;
    }

    Listing listing() {
        return listing;
    }

    /** When the next requote is due, machine clock. */
    long nextQuoteMicros() {
        return nextQuoteMicros;
    }

    /**
     * Fills the book of a pair that has just opened; the first requote, and with it the first trade unless
     * {@code openingTrade} says otherwise, follows 20 ms later.
     */
    void open(Behaviour behaviour, ClockReading now) {
        requote(behaviour, now);
        if (behaviour.openingTrade()) {
            placeNoiseOrder(behaviour, now);
        }
        nextQuoteMicros = now.machineMicros() + FIRST_REQUOTE_MICROS;
    }

    /**
     * Moves the reference price, requotes, and trades as the noise trader, unless the market stands still. The next
     * requote gets up to a tenth of the interval on top, at random, so that the requotes of several markets do not stop
     * the event loop together.
     */
    void requoteAndTrade(Behaviour behaviour, ClockReading now) {
        boolean reopened = followCourse(behaviour, now);
        if (listing.isTradable() && !listing.market().isStill()) {
            moveReferencePrice(behaviour.makerVolatility());
            requote(behaviour, now);
            if (behaviour.makerTrades() || reopened) {
                placeNoiseOrder(behaviour, now);
            }
        }
        long interval = behaviour.makerIntervalMillis() * 1000L;
        nextQuoteMicros = now.machineMicros() + interval + random.nextLong(interval / 10 + 1);
    }

    /**
     * Halts trading, or goes on with it, where the course of the pair says so; the quotes of before the halt stay in
     * the book meanwhile. True when trading has just gone on.
     */
    private boolean followCourse(Behaviour behaviour, ClockReading now) {
        boolean halted = condition(behaviour, now).halted();
        boolean changes = halted != haltedByCourse;
        if (changes) {
            haltedByCourse = halted;
            listing.market().setPaused(halted);
        }
        return changes && !halted;
    }

    /** Trades with whatever is in the book, as the noise trader; the rest of the order is cancelled. */
    Order trade(Side side, BigDecimal quantity, BigDecimal price, Behaviour behaviour, ClockReading now) {
        OrderRequest request = new OrderRequest(
                listing.symbol(), side, OrderType.IMMEDIATE_OR_CANCEL, quantity, null, price, null, "");
        return orderEntry.placeHouseOrder(accounts.noiseTrader(), request, listing, behaviour, now);
    }

    /** Quotes asks, once, in a book that is not open yet. */
    void quoteAsksBeforeOpen(Behaviour behaviour, ClockReading now) {
        if (quotes.isEmpty()) {
            quoteSide(Side.SELL, behaviour, now);
        }
    }

    void cancelQuotes(ClockReading now) {
        quotes.forEach(order -> orderEntry.cancel(order, listing, now));
        quotes.clear();
    }

    private void requote(Behaviour behaviour, ClockReading now) {
        cancelQuotes(now);
        QuotedSides sides = condition(behaviour, now).sides();
        if (sides.asks()) {
            quoteSide(Side.SELL, behaviour, now);
        }
        if (sides.bids()) {
            quoteSide(Side.BUY, behaviour, now);
        }
    }

    private void quoteSide(Side side, Behaviour behaviour, ClockReading now) {
        Pair pair = listing.market().pair();
        BigDecimal mid = midPrice(behaviour, now);
        BigDecimal step = behaviour.makerSpread().divide(BigDecimal.TWO, PRECISION);
        for (int level = 1; level <= behaviour.makerLevels(); level++) {
            BigDecimal distance = step.multiply(BigDecimal.valueOf(level));
            BigDecimal price = side == Side.SELL
                    ? pair.priceAbove(mid.multiply(BigDecimal.ONE.add(distance)))
                    : pair.priceBelow(mid.multiply(BigDecimal.ONE.subtract(distance)));
            if (price.signum() > 0) {
                BigDecimal quantity = pair.quantityFor(behaviour.makerLevelAmount(), price);
                place(accounts.marketMaker(), OrderType.LIMIT, side, price, quantity, behaviour, now);
            }
        }
    }

    private void placeNoiseOrder(Behaviour behaviour, ClockReading now) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal price = listing.market().book().best(side.opposite());
        if (price != null) {
            BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 200), 3);
            BigDecimal amount = behaviour.makerLevelAmount().multiply(share);
            BigDecimal quantity = listing.market().pair().quantityFor(amount, price);
            place(accounts.noiseTrader(), OrderType.IMMEDIATE_OR_CANCEL, side, price, quantity, behaviour, now);
        }
    }

    private void place(
            Account house,
            OrderType type,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            Behaviour behaviour,
            ClockReading now) {
        if (quantity.signum() > 0) {
            OrderRequest request = new OrderRequest(listing.symbol(), side, type, quantity, null, price, null, "");
            Order order = orderEntry.placeHouseOrder(house, request, listing, behaviour, now);
            if (order.status().isOpen()) {
                quotes.add(order);
            }
        }
    }

    private void moveReferencePrice(BigDecimal volatility) {
        Market market = listing.market();
        BigDecimal change = volatility.multiply(BigDecimal.valueOf(random.nextInt(-1000, 1001), 3));
        market.setReferencePrice(market.referencePrice().multiply(BigDecimal.ONE.add(change), PRECISION));
    }

    private BigDecimal midPrice(Behaviour behaviour, ClockReading now) {
        BigDecimal reference = listing.market().referencePrice();
        return listing.isOpen()
                ? reference
                        .multiply(pumpFactor(behaviour, sinceOpening(now)))
                        .multiply(condition(behaviour, now).factor())
                : reference;
    }

    private MarketCondition condition(Behaviour behaviour, ClockReading now) {
        return behaviour.marketAt(sinceOpening(now));
    }

    /** The milliseconds since the opening; 0 before it. */
    private long sinceOpening(ClockReading now) {
        return listing.state() instanceof ListingState.Open open
                ? Math.max(0, (now.serverMicros() - open.trueOpenServerMicros()) / 1000)
                : 0;
    }

    /** Rises linearly to {@code pumpPeak}, then falls linearly to {@code fadeTo} and stays there. */
    private static BigDecimal pumpFactor(Behaviour behaviour, long elapsedMillis) {
        if (elapsedMillis < behaviour.pumpMillis()) {
            return interpolate(BigDecimal.ONE, behaviour.pumpPeak(), elapsedMillis, behaviour.pumpMillis());
        }
        long fading = elapsedMillis - behaviour.pumpMillis();
        return fading < behaviour.fadeMillis()
                ? interpolate(behaviour.pumpPeak(), behaviour.fadeTo(), fading, behaviour.fadeMillis())
                : behaviour.fadeTo();
    }

    private static BigDecimal interpolate(BigDecimal from, BigDecimal to, long part, long whole) {
        BigDecimal share =
                BigDecimal.valueOf(Math.max(part, 0)).divide(BigDecimal.valueOf(whole), 6, RoundingMode.DOWN);
        return from.add(to.subtract(from).multiply(share));
    }
}
