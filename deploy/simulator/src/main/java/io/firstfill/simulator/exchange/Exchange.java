package io.firstfill.simulator.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** The exchange. All of it belongs to one thread; nothing here is safe for another. */
public final class Exchange {

    private final ServerClock clock;
    private final Behaviours behaviours = new Behaviours();
    private final Accounts accounts = new Accounts();
    private final OrderArchive archive = new OrderArchive();
    private final ListenKeys listenKeys = new ListenKeys();
    private final OrderEntry desk;
    private final Listings listings;

    public Exchange(InstantSource machineClock, long seed, ObjectNode behaviourPatch) {
        SplittableRandom random = new SplittableRandom(seed);
        clock = new ServerClock(machineClock);
        desk = new OrderEntry(accounts, archive, random.split());
        listings = new Listings(clock, behaviours, accounts, desk, random.split());
        behave(behaviourPatch);
        openStandingPairs();
        openRecentPairs();
    }

    /** The present instant, with everything opened that is due at it. */
    public Moment now() {
        Moment now = clock.now();
        listings.openDue(now);
        return now;
    }

    /** Lets the markets live on; to be called every few milliseconds. */
    public void advance() {
        listings.advance(clock.now());
    }

    /** @throws IllegalArgumentException for an unknown switch or an impossible value; then nothing has changed */
    public void behave(ObjectNode patch) {
        behaviours.patch(patch);
        clock.set(
                behaviours.exchange().clockOffsetMillis(), behaviours.exchange().clockDriftPpm());
    }

    /** One only; a second takes the place of the first. */
    public void watch(ExchangeWatch watcher) {
        accounts.watch(watcher);
        archive.watch(watcher);
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

    public OrderEntry desk() {
        return desk;
    }

    public Listings listings() {
        return listings;
    }

    private void openStandingPairs() {
        Moment now = clock.now();
        listings.standing(Pair.usual("BTC", "USDT", 6, 2), new BigDecimal("95000"), now);
        listings.standing(Pair.usual("ETH", "USDT", 5, 2), new BigDecimal("3200"), now);
        listings.standing(Pair.usual("MX", "USDT", 2, 4), new BigDecimal("3.5"), now);
        listings.standing(Pair.usual("SOL", "USDT", 3, 2), new BigDecimal("180"), now);
        listings.standing(Pair.usual("MX", "USDC", 2, 4), new BigDecimal("3.5"), now);
    }

    /** The calendar keeps the coins of the past week, so it is not empty when nothing is coming. */
    private void openRecentPairs() {
        recent("GLIM", 1);
        recent("TARN", 3);
        recent("OKRA", 6);
    }

    private void recent(String base, int daysAgo) {
        Pair pair = Pair.usual(base, "USDT", 2, 5);
        behaviours.patch(pair.symbol(), Json.MAPPER.createObjectNode().put("makerIntervalMillis", 2000));
        listings.recent(pair, new BigDecimal("0.5"), Duration.ofDays(daysAgo), clock.now());
    }
}
