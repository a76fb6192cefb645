package io.firstfill.simulator.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.account.ListenKeys;
import io.firstfill.simulator.behaviour.Behaviours;
import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.Listings;
import io.firstfill.simulator.listing.Visibility;
import io.firstfill.simulator.market.Pair;
import io.firstfill.simulator.marketmaker.MarketMakers;
import io.firstfill.simulator.order.OrderArchive;
import io.firstfill.simulator.order.OrderEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The exchange as a whole. One thread owns all of its parts; none of them may be used from another thread. */
public final class Exchange {

    private final ServerClock clock;
    private final Behaviours behaviours = new Behaviours();
    private final Accounts accounts;
    private final OrderArchive archive = new OrderArchive();
    private final ListenKeys listenKeys = new ListenKeys();
    private final OrderEntry orderEntry;
    private final Listings listings;
    private final MarketMakers marketMakers;

    /** @param seed decides everything random: the same seed and the same calls give the same draws */
    public Exchange(InstantSource machineClock, long seed, ObjectNode behaviourPatch) {
        SplittableRandom random = new SplittableRandom(seed);
        clock = new ServerClock(machineClock);
        accounts = new Accounts(clock);
        orderEntry = new OrderEntry(accounts, archive, random.split());
        SplittableRandom listingRandom = random.split();
        listings = new Listings(clock, behaviours, listingRandom);
        marketMakers = new MarketMakers(behaviours, accounts, orderEntry, listingRandom);
        patchBehaviour(behaviourPatch);
        addStandingPairs();
        addRecentPairs();
    }

    /** Returns the present instant, after opening every listing that is due at it. */
    public ClockReading now() {
        ClockReading now = clock.now();
        openDue(now);
        return now;
    }

    /** Opens what is due, then lets the market makers trade; the caller does so every few milliseconds. */
    public void advance() {
        marketMakers.advance(listings.scheduled(), now());
    }

    /**
     * Schedules the opening of a new pair, as {@link Listings#schedule} does, and gives it a market maker.
     *
     * @throws IllegalArgumentException when the pair exists and was not withdrawn
     */
    public Listing schedule(
            Pair pair,
            BigDecimal referencePrice,
            Instant openAt,
            @Nullable BigDecimal openDelayMillis,
            Visibility visibility) {
        Listing listing = listings.schedule(pair, referencePrice, openAt, openDelayMillis, visibility);
        marketMakers.add(listing);
        return listing;
    }

    /** Withdraws a listing and cancels its market maker's quotes; false when it is already open or withdrawn. */
    public boolean withdraw(Listing listing, ClockReading now) {
        boolean withdrawn = listing.withdraw();
        if (withdrawn) {
            marketMakers.remove(listing, now);
        }
        return withdrawn;
    }

    /**
     * Has the noise trader trade with the book of an open pair, customers' orders included.
     *
     * @param price the worst price it takes
     */
    public Order trade(Listing listing, Side side, BigDecimal quantity, BigDecimal price) {
        return marketMakers.trade(listing, side, quantity, price, now());
    }

    /** @throws IllegalArgumentException for an unknown switch or an impossible value; then nothing has changed */
    public void patchBehaviour(ObjectNode patch) {
        behaviours.patch(patch);
        clock.set(
                behaviours.exchange().clockOffsetMillis(), behaviours.exchange().clockDriftPpm());
    }

    /** Sets the one listener; a second call replaces the first listener. */
    public void setListener(ExchangeListener listener) {
        accounts.setListener(listener);
        archive.setListener(listener);
    }

    public ServerClock clock() {
        return clock;
    }

    public Behaviours behaviours() {
        return behaviours;
    }

    public Accounts accounts() {
        return accounts;
    }

    public OrderArchive archive() {
        return archive;
    }

    public ListenKeys listenKeys() {
        return listenKeys;
    }

    public OrderEntry orderEntry() {
        return orderEntry;
    }

    public Listings listings() {
        return listings;
    }

    private void openDue(ClockReading now) {
        listings.openDue(now).forEach(listing -> marketMakers.open(listing, now));
    }

    private void addStandingPairs() {
        ClockReading now = clock.now();
        addOpen(listings.addStanding(Pair.usual("BTC", "USDT", 6, 2), new BigDecimal("95000"), now), now);
        addOpen(listings.addStanding(Pair.usual("ETH", "USDT", 5, 2), new BigDecimal("3200"), now), now);
        addOpen(listings.addStanding(Pair.usual("MX", "USDT", 2, 4), new BigDecimal("3.5"), now), now);
        addOpen(listings.addStanding(Pair.usual("SOL", "USDT", 3, 2), new BigDecimal("180"), now), now);
        addOpen(listings.addStanding(Pair.usual("MX", "USDC", 2, 4), new BigDecimal("3.5"), now), now);
    }

    /** The calendar keeps the coins of the past week, so it is not empty when nothing is scheduled. */
    private void addRecentPairs() {
        addRecent("GLIM", 1);
        addRecent("TARN", 3);
        addRecent("OKRA", 6);
    }

    private void addRecent(String base, int daysAgo) {
        Pair pair = Pair.usual(base, "USDT", 2, 5);
        behaviours.patch(pair.symbol(), Json.MAPPER.createObjectNode().put("makerIntervalMillis", 2000));
        ClockReading now = clock.now();
        addOpen(listings.addRecent(pair, new BigDecimal("0.5"), Duration.ofDays(daysAgo), now), now);
    }

    private void addOpen(Listing listing, ClockReading now) {
        marketMakers.add(listing);
        marketMakers.open(listing, now);
    }
}
