package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides before every call whether this process may still send it. The exchange reports no usage and bans for minutes
 * to days, so this process counts its own calls. Orders have room of their own that polling cannot take. Orders count
 * per account, everything else per address.
 *
 * <p>Thread-safe; a call holds the lock for microseconds. Processes that share an egress address divide its limits
 * among them, see {@link EgressLimits}: one object sees one process.
 */
public final class WeightBudget {

    private static final Grant GRANTED = new Grant.Granted();
    /** The polls that may use the weight which {@link BudgetLimits#smallWeight} keeps from the others. */
    private static final Set<MexcEndpoint> USING_KEPT_WEIGHT =
            EnumSet.of(MexcEndpoint.EXCHANGE_INFO, MexcEndpoint.TICKER_PRICE_AT_ONCE);

    private record Charge(SlidingWindow window, int units) {}

    private final InstantSource clock;
    private final TimedLimits limits;
    private final SlidingWindow lookUps;
    private final SlidingWindow prices;
    private final SlidingWindow background;
    private final SlidingWindow requests;
    private final SlidingWindow weight;
    private final SlidingWindow backgroundWeight;
    private final SlidingWindow smallWeight;
    private final SlidingWindow web;
    private final List<SlidingWindow> windows = new ArrayList<>();
    /** The windows of the trading host, whose limits depend on the time and on the host's refusals. */
    private final List<SlidingWindow> shared;

    private final OpeningPhases phases;
    private final LearnedShare learned = new LearnedShare();
    private final List<AccountBudget> accounts = new ArrayList<>();
    private final AccountBudget only;
    private final Map<MexcEndpoint, List<Charge>> charges = new EnumMap<>(MexcEndpoint.class);
    private final HostStops stops = new HostStops();
    private Instant lastSeen = Instant.MIN;

    public WeightBudget(BudgetLimits limits, InstantSource clock) {
        this(TimedLimits.always(limits), new OpeningPhases(clock), clock);
    }

    public WeightBudget(TimedLimits timed, OpeningPhases phases, InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
        this.phases = requireNonNull(phases, "phases");
        this.limits = timed;
        lookUps = window("LOOK_UPS", timed, BudgetLimits::lookUps);
        prices = window("PRICES", timed, BudgetLimits::prices);
        background = window("BACKGROUND_REQUESTS", timed, BudgetLimits::background);
        requests = window("REQUESTS", timed, BudgetLimits::requests);
        weight = window("WEIGHT", timed, BudgetLimits::weight);
        backgroundWeight = window("BACKGROUND_WEIGHT", timed, BudgetLimits::backgroundWeight);
        smallWeight = window("SMALL_WEIGHT", timed, BudgetLimits::smallWeight);
        shared = List.copyOf(windows);
        web = window("WEB_REQUESTS", timed, BudgetLimits::web);
        for (MexcEndpoint endpoint : MexcEndpoint.values()) {
            List<Charge> due = charges(endpoint);
            Window own = timed.atOpenings().perEndpoint().get(endpoint);
            if (own != null) {
                due.add(new Charge(added(new SlidingWindow(endpoint.name(), own)), 1));
            }
            charges.put(endpoint, List.copyOf(due));
        }
        only = account();
    }

    /** Adds an account whose orders leave through the address. */
    public synchronized AccountBudget account() {
        SlidingWindow orders = new SlidingWindow(
                "ORDERS", limits.atOpenings().orders(), limits.between().orders());
        windows.add(orders);
        AccountBudget account = new AccountBudget(this, orders, phases);
        accounts.add(account);
        return account;
    }

    private List<Charge> charges(MexcEndpoint endpoint) {
        List<Charge> due = new ArrayList<>();
        switch (endpoint.lane()) {
            case ORDER -> {} // counted by the account
            // An order waits for a price, which never waits for look-ups.
            case SIGNED -> due.add(new Charge(endpoint.isPrice() ? prices : lookUps, 1));
            case QUERY -> {
                due.add(new Charge(background, 1));
                due.add(new Charge(backgroundWeight, endpoint.weight()));
                if (!USING_KEPT_WEIGHT.contains(endpoint)) {
                    due.add(new Charge(smallWeight, endpoint.weight()));
                }
            }
            case WEB -> due.add(new Charge(web, 1));
        }
        if (endpoint.lane() != Lane.WEB) {
            due.add(new Charge(requests, 1));
            due.add(new Charge(weight, endpoint.weight()));
        }
        return due;
    }

    /** Returns the account of a process that has one only. */
    public AccountBudget only() {
        return only;
    }

    /** Books a call of the only account in every window that counts it, or in none. */
    public Grant tryTake(MexcEndpoint endpoint) {
        return only.tryTake(endpoint);
    }

    /** Books the call in every window of the account and of the address that counts it, or in none. */
    synchronized Grant tryTake(AccountBudget account, MexcEndpoint endpoint) {
        Instant now = now();
        Instant stopped = stoppedUntil(endpoint.lane());
        if (now.isBefore(stopped)) {
            return new Grant.Denied("THROTTLED", 0, 0, stopped);
        }
        adjust(now);
        SlidingWindow orders = account.orders(now);
        boolean order = endpoint.lane() == Lane.ORDER;
        if (order && !orders.hasRoom(now, 1)) {
            return orders.denial(now, 1);
        }
        List<Charge> due = charges.getOrDefault(endpoint, List.of());
        for (Charge charge : due) {
            int units = charge.units() + (charge.window() == requests ? keptFrom(endpoint) : 0);
            if (!charge.window().hasRoom(now, units)) {
                return charge.window().denial(now, units);
            }
        }
        due.forEach(charge -> charge.window().spend(now, charge.units()));
        if (order) {
            orders.spend(now, 1);
        }
        return GRANTED;
    }

    /** Returns the requests that a call leaves for which no order waits: those of a price and of an order. */
    private int keptFrom(MexcEndpoint endpoint) {
        boolean waited = endpoint.lane() == Lane.ORDER || endpoint.isPrice();
        boolean trades = limits.atOpenings().orders().limit() > 0;
        return trades && !waited ? Math.min(BudgetLimits.PRICE_READINGS + 1, requests.limit() / 2) : 0;
    }

    /** Returns how many requests to the trading host are allowed in a second, as it is now. */
    int requestRate(Instant now) {
        adjust(now);
        return requests.limit();
    }

    List<AccountBudget> accounts() {
        return accounts;
    }

    private void adjust(Instant now) {
        int percent = learned.percentAt(now);
        shared.forEach(window -> window.adjust(phases, percent, now));
    }

    /**
     * Returns the shortest interval of a feed that is polled all the time, so that a fifth of the polls is left for the
     * other feeds.
     */
    public synchronized Duration pollInterval() {
        adjust(now());
        int polls = Math.min(background.limit(), requests.limit());
        return Duration.ofSeconds(1).dividedBy(Math.max(1, polls - Math.ceilDiv(polls, 5)));
    }

    /** Adds openings around which orders own the address. */
    public void expect(Collection<Instant> openings) {
        phases.expect(openings);
    }

    /** Lowers the limits of the address, because the trading host has refused a call as one too many. */
    public synchronized void exceeded(Lane lane) {
        if (lane != Lane.WEB) {
            learned.refused(now());
        }
    }

    /**
     * Stops all calls to the lane's host for a time, because the host throttled a call. A later end is never shortened.
     */
    public synchronized void throttled(Lane lane, Duration retryAfter) {
        stops.extend(lane, now().plus(retryAfter));
    }

    /**
     * Stops all calls to the lane's host until then, because the host throttled another process on the same address. A
     * later end is never shortened. The limits stay as they are: what the host refused, and whether for the rate, only
     * the process knows that was refused.
     */
    public synchronized void stop(Lane lane, Instant until) {
        stops.extend(lane, until);
    }

    /** Returns until when no call leaves for the lane's host; {@link Instant#MIN} when it has never been stopped. */
    public synchronized Instant stoppedUntil(Lane lane) {
        return stops.until(lane);
    }

    private SlidingWindow window(String rule, TimedLimits timed, Function<BudgetLimits, Window> limit) {
        return added(new SlidingWindow(rule, limit.apply(timed.atOpenings()), limit.apply(timed.between())));
    }

    private SlidingWindow added(SlidingWindow sliding) {
        windows.add(sliding);
        return sliding;
    }

    /**
     * Reads the clock. A clock that steps back would keep windows and stops closed for as long as the step, so that
     * both move with it.
     */
    Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(lastSeen)) {
            Duration step = Duration.between(lastSeen, now);
            windows.forEach(window -> window.rebase(now));
            accounts.forEach(account -> account.moved(step));
            stops.moved(step);
        }
        lastSeen = now;
        return now;
    }
}
