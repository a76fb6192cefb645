package io.firstfill.simulator.listing;

import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviours;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.listing.ListingState.Open;
import io.firstfill.simulator.listing.ListingState.Scheduled;
import io.firstfill.simulator.market.Market;
import io.firstfill.simulator.market.Pair;
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
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All listings, scheduled and open.
 *
 * <p>A pair opens by comparison with the clock, not by a timer: the first access to the exchange at or after the true
 * opening opens it. So an order handled one microsecond after that instant is accepted, and an order handled one
 * microsecond before is refused. {@link #openDue} looks at scheduled listings only: over hundreds of pairs the
 * heartbeat would otherwise take a quarter of a processor.
 */
public final class Listings {

    private static final Duration AGE_OF_STANDING_PAIRS = Duration.ofDays(1000);

    private final Map<String, Listing> bySymbol = new LinkedHashMap<>();
    private final List<Listing> scheduled = new ArrayList<>();
    private final ServerClock clock;
    private final Behaviours behaviours;
    private final RandomGenerator random;

    /** @param random draws the delays of openings */
    public Listings(ServerClock clock, Behaviours behaviours, RandomGenerator random) {
        this.clock = clock;
        this.behaviours = behaviours;
        this.random = random;
    }

    public Optional<Listing> find(@Nullable String symbol) {
        return Optional.ofNullable(symbol == null ? null : bySymbol.get(symbol));
    }

    public Collection<Listing> all() {
        return Collections.unmodifiableCollection(bySymbol.values());
    }

    /**
     * The listings that are announced and not open. A listing withdrawn since the last {@link #openDue} is still
     * included.
     */
    public List<Listing> scheduled() {
        return Collections.unmodifiableList(scheduled);
    }

    /**
     * Schedules the opening of a new pair.
     *
     * @param openDelayMillis by how much the opening comes later than announced; null draws the delay at random
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
        scheduled.add(listing);
        return listing;
    }

    /** Returns whether the pair exists and was not withdrawn. */
    public boolean isTaken(String symbol) {
        return find(symbol)
                .filter(known -> !(known.state() instanceof ListingState.Withdrawn))
                .isPresent();
    }

    /** Adds an open pair that opened 1000 days ago. */
    public Listing addStanding(Pair pair, BigDecimal referencePrice, ClockReading now) {
        Instant opening = ServerClock.instant(now.serverMicros()).minus(AGE_OF_STANDING_PAIRS);
        return addOpen(pair, referencePrice, Visibility.STANDING, opening);
    }

    /** Adds an open pair that opened {@code ago}, rounded down to the hour, and is still in the calendar. */
    public Listing addRecent(Pair pair, BigDecimal referencePrice, Duration ago, ClockReading now) {
        Instant opening = ServerClock.instant(now.serverMicros()).minus(ago).truncatedTo(ChronoUnit.HOURS);
        return addOpen(pair, referencePrice, Visibility.RECENT, opening);
    }

    /** Opens every listing that is due and returns those it opened. */
    public List<Listing> openDue(ClockReading now) {
        List<Listing> opened = scheduled.stream()
                .filter(listing -> listing.openIfDue(now, clock))
                .toList();
        scheduled.removeIf(listing -> !listing.isScheduled());
        return opened;
    }

    private Listing addOpen(Pair pair, BigDecimal referencePrice, Visibility visibility, Instant opening) {
        long micros = ServerClock.micros(opening);
        return add(pair, referencePrice, visibility, new Open(opening, clock.machineMicros(micros), micros));
    }

    private Listing add(Pair pair, BigDecimal referencePrice, Visibility visibility, ListingState state) {
        Listing listing = new Listing(new Market(pair, referencePrice), visibility, state, clock.now());
        bySymbol.put(pair.symbol(), listing);
        return listing;
    }
}
