package io.firstfill.simulator.marketmaker;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviours;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Pair;
import io.firstfill.simulator.order.OrderEntry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The market makers of all listings, one each.
 *
 * <p>{@link #advance} looks at scheduled listings and at market makers that are due only: over hundreds of pairs the
 * heartbeat would otherwise take a quarter of a processor.
 */
public final class MarketMakers {

    /** The amount that the house accounts get of each asset of a pair: more than any run of the simulator can trade. */
    private static final BigDecimal INVENTORY = new BigDecimal("1000000000000000");

    private final Map<Listing, MarketMaker> byListing = new HashMap<>();
    private final QuoteSchedule schedule = new QuoteSchedule();
    private final Behaviours behaviours;
    private final Accounts accounts;
    private final OrderEntry orderEntry;
    private final SplittableRandom random;

    /** @param random is split once for each listing */
    public MarketMakers(Behaviours behaviours, Accounts accounts, OrderEntry orderEntry, SplittableRandom random) {
        this.behaviours = behaviours;
        this.accounts = accounts;
        this.orderEntry = orderEntry;
        this.random = random;
    }

    /** Creates the market maker of a new listing and funds the house accounts with both assets of its pair. */
    public void add(Listing listing) {
        fund(accounts.marketMaker(), listing.market().pair());
        fund(accounts.noiseTrader(), listing.market().pair());
        byListing.put(listing, new MarketMaker(listing, orderEntry, accounts, random.split()));
    }

    /** Fills the book of a listing that has just opened, and schedules the requotes. */
    public void open(Listing listing, ClockReading now) {
        MarketMaker maker = of(listing);
        maker.open(behaviours.of(listing.symbol()), now);
        schedule.add(maker);
    }

    /** Cancels the quotes of a withdrawn listing and drops its market maker. */
    public void remove(Listing listing, ClockReading now) {
        of(listing).cancelQuotes(now);
        byListing.remove(listing);
    }

    /**
     * Quotes asks in the books of scheduled listings where {@code preOpenAsks} says so, then requotes the open listings
     * that are due.
     *
     * @param scheduled the listings that are not open yet
     */
    public void advance(Iterable<Listing> scheduled, ClockReading now) {
        for (Listing listing : scheduled) {
            Behaviour behaviour = behaviours.of(listing.symbol());
            if (behaviour.preOpenAsks()) {
                of(listing).quoteAsksBeforeOpen(behaviour, now);
            }
        }
        schedule.takeDue(now).forEach(maker -> {
            if (maker.listing().isOpen()) {
                maker.requoteAndTrade(behaviours.of(maker.listing().symbol()), now);
            }
            schedule.add(maker);
        });
    }

    /**
     * Trades with whatever is in the book of a pair, customers' orders included, from the noise trader's account; the
     * rest of the order is cancelled.
     */
    public Order trade(Listing listing, Side side, BigDecimal quantity, BigDecimal price, ClockReading now) {
        return of(listing).trade(side, quantity, price, behaviours.of(listing.symbol()), now);
    }

    private MarketMaker of(Listing listing) {
        return Objects.requireNonNull(byListing.get(listing), "every listing has a market maker until its withdrawal");
    }

    private static void fund(Account house, Pair pair) {
        house.balances().credit(pair.base(), INVENTORY);
        house.balances().credit(pair.quote(), INVENTORY);
    }
}
