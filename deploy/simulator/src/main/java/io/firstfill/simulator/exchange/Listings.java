package io.firstfill.simulator.exchange;

import io.firstfill.simulator.exchange.ListingState.Open;
import io.firstfill.simulator.exchange.ListingState.Scheduled;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All pairs, coming and open.
 *
 * <p>A pair opens by comparison with the clock, not by a timer: whatever touches the exchange first at or after the true opening
 * opens it. So an order handled one microsecond after the instant is accepted, and one before is refused. Only what is coming or
 * due is looked at: the heartbeat of an exchange with hundreds of pairs would otherwise take a quarter of a processor.
 */
public final class Listings {

    private static final BigDecimal INVENTORY = new BigDecimal("1000000000000000");
    private static final Duration STANDING = Duration.ofDays(1000);

    private final Map<String, Listing> bySymbol = new LinkedHashMap<>();
    private final List<Listing> coming = new ArrayList<>();
    private final MakerTurns makers = new MakerTurns();
    private final ServerClock clock;
    private final Behaviours behaviours;
    private final Accounts accounts;
    private final OrderEntry desk;
    private final SplittableRandom random;

    Listings(ServerClock clock, Behaviours behaviours, Accounts accounts, OrderEntry desk, SplittableRandom random) {
        this.clock = clock;
        this.behaviours = behaviours;
        this.accounts = accounts;
        this.desk = desk;
        this.random = random;
    }

    public Optional<Listing> find(@Nullable String symbol) {
        return Optional.ofNullable(symbol == null ? null : bySymbol.get(symbol));
    }

    public Collection<Listing> all() {
        return Collections.unmodifiableCollection(bySymbol.values());
    }

    /**
     * Schedules the opening of a new pair.
     *
     * @param openDelayMillis how much later than announced it truly opens; null draws it
     * @throws IllegalArgumentException when the pair exists and was not withdrawn
     */
    public Listing schedule(
            Pair pair,
            BigDecimal referencePrice,
            Instant openAt,
            @Nullable BigDecimal openDelayMillis,
            Visibility visibility) {
        if (isTaken(pair.symbol())) {
            throw new IllegalArgumentException("pair " + pair.symbol() + " exists");
        }
        Behaviour behaviour = behaviours.of(pair.symbol());
        long delay = openDelayMillis != null
                ? openDelayMillis.movePointRight(3).longValue()
                : random.nextLong(behaviour.openDelayMinMillis() * 1000, behaviour.openDelayMaxMillis() * 1000 + 1);
        Listing listing = add(pair, referencePrice, visibility, new Scheduled(openAt, delay));
        coming.add(listing);
        return listing;
    }

    /** Whether the pair exists and was not withdrawn. */
    public boolean isTaken(String symbol) {
        return find(symbol)
                .filter(known -> !(known.state() instanceof ListingState.Withdrawn))
                .isPresent();
    }

    void standing(Pair pair, BigDecimal referencePrice, Moment now) {
        opened(
                pair,
                referencePrice,
                Visibility.STANDING,
                ServerClock.instant(now.serverMicros()).minus(STANDING),
                now);
    }

    /** A pair that opened so long ago, on the hour, and is still in the calendar. */
    void recent(Pair pair, BigDecimal referencePrice, Duration ago, Moment now) {
        Instant opening = ServerClock.instant(now.serverMicros()).minus(ago).truncatedTo(ChronoUnit.HOURS);
        opened(pair, referencePrice, Visibility.RECENT, opening, now);
    }

    private void opened(Pair pair, BigDecimal referencePrice, Visibility visibility, Instant opening, Moment now) {
        long micros = ServerClock.micros(opening);
        Open open = new Open(opening, clock.machineMicros(micros), micros);
        open(add(pair, referencePrice, visibility, open), now);
    }

    /** Opens what is due, then lets the market makers work whose turn it is. */
    void advance(Moment now) {
        openDue(now);
        for (Listing listing : coming) {
            Behaviour behaviour = behaviours.of(listing.symbol());
            if (behaviour.preOpenAsks()) {
                listing.maker().offerEarly(listing, behaviour, now);
            }
        }
        makers.due(now).forEach(listing -> {
            if (listing.isTradable()) {
                listing.maker().turn(listing, behaviours.of(listing.symbol()), now);
            }
            makers.add(listing);
        });
    }

    void openDue(Moment now) {
        List<Listing> opening =
                coming.stream().filter(listing -> listing.openIfDue(now, clock)).toList();
        coming.removeIf(listing -> !listing.isComing());
        opening.forEach(listing -> open(listing, now));
    }

    private void open(Listing listing, Moment now) {
        listing.maker().open(listing, behaviours.of(listing.symbol()), now);
        makers.add(listing);
    }

    private Listing add(Pair pair, BigDecimal referencePrice, Visibility visibility, ListingState state) {
        fund(accounts.maker(), pair);
        fund(accounts.crowd(), pair);
        MarketMaker maker = new MarketMaker(desk, accounts, random.split());
        Listing listing = new Listing(new Market(pair, referencePrice), maker, visibility, state, clock.now());
        bySymbol.put(pair.symbol(), listing);
        return listing;
    }

    private static void fund(Account house, Pair pair) {
        house.balances().credit(pair.base(), INVENTORY);
        house.balances().credit(pair.quote(), INVENTORY);
    }
}
