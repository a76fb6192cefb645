package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What may still be sent from one exit address. The exchange reports no usage and bans for minutes to days, so we count
 * ourselves and ask before every call. Orders have room of their own that polling cannot take.
 *
 * <p>Thread-safe; a call holds the lock for microseconds. Processes that share an address divide its limits between
 * them, see {@link EgressLimits}: this object sees one process.
 */
public final class WeightBudget {

    private static final Grant GRANTED = new Grant.Granted();

    private record Charge(SlidingWindow window, int units) {}

    private final InstantSource clock;
    private final SlidingWindow orders;
    private final SlidingWindow weight;
    private final List<SlidingWindow> windows = new ArrayList<>();
    private final Map<MexcEndpoint, List<Charge>> charges = new EnumMap<>(MexcEndpoint.class);
    private Instant apiStoppedUntil = Instant.MIN;
    private Instant webStoppedUntil = Instant.MIN;
    private Instant lastSeen = Instant.MIN;

    public WeightBudget(BudgetLimits limits, InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
        orders = window("ORDERS", limits.orders());
        weight = window("WEIGHT", limits.weight());
        SlidingWindow signed = window("SIGNED_REQUESTS", limits.signed());
        SlidingWindow requests = window("REQUESTS", limits.requests());
        SlidingWindow background = window("BACKGROUND_REQUESTS", limits.background());
        SlidingWindow backgroundWeight = window("BACKGROUND_WEIGHT", limits.backgroundWeight());
        SlidingWindow smallWeight = window("SMALL_WEIGHT", limits.smallWeight());
        SlidingWindow web = window("WEB_REQUESTS", limits.web());
        for (MexcEndpoint endpoint : MexcEndpoint.values()) {
            List<Charge> due = new ArrayList<>();
            switch (endpoint.lane()) {
                case ORDER -> due.add(new Charge(orders, 1));
                case SIGNED -> due.add(new Charge(signed, 1));
                case QUERY -> {
                    due.add(new Charge(background, 1));
                    due.add(new Charge(backgroundWeight, endpoint.weight()));
                    if (endpoint != MexcEndpoint.EXCHANGE_INFO) {
                        due.add(new Charge(smallWeight, endpoint.weight()));
                    }
                }
                case WEB -> due.add(new Charge(web, 1));
            }
            if (endpoint.lane() != Lane.WEB) {
                due.add(new Charge(requests, 1));
                due.add(new Charge(weight, endpoint.weight()));
            }
            Window own = limits.perEndpoint().get(endpoint);
            if (own != null) {
                due.add(new Charge(window(endpoint.name(), own), 1));
            }
            charges.put(endpoint, List.copyOf(due));
        }
    }

    /** Books the call in every window it touches, or in none. */
    public synchronized Grant tryTake(MexcEndpoint endpoint) {
        Instant now = now();
        Instant stopped = stoppedUntil(endpoint.lane());
        if (now.isBefore(stopped)) {
            return new Grant.Denied("THROTTLED", 0, 0, stopped);
        }
        List<Charge> due = charges.getOrDefault(endpoint, List.of());
        for (Charge charge : due) {
            if (!charge.window().hasRoom(now, charge.units())) {
                return charge.window().denial(now, charge.units());
            }
        }
        due.forEach(charge -> charge.window().spend(now, charge.units()));
        return GRANTED;
    }

    /** The exchange throttled us: nothing leaves for that host until the time is over. A later end is never shortened. */
    public synchronized void throttled(Lane lane, Duration retryAfter) {
        stop(lane, now().plus(retryAfter));
    }

    /** As {@link #throttled}, told to another process on the same address: the exchange counts us together. */
    public synchronized void stop(Lane lane, Instant until) {
        if (lane == Lane.WEB) {
            webStoppedUntil = later(webStoppedUntil, until);
        } else {
            apiStoppedUntil = later(apiStoppedUntil, until);
        }
    }

    /** Until when nothing leaves for the lane's host; {@link Instant#MIN} when it has never been stopped. */
    public synchronized Instant stoppedUntil(Lane lane) {
        return lane == Lane.WEB ? webStoppedUntil : apiStoppedUntil;
    }

    public synchronized BudgetUsage usage() {
        Instant now = now();
        return new BudgetUsage(orders.used(now), weight.used(now), now.isBefore(apiStoppedUntil));
    }

    private SlidingWindow window(String rule, Window window) {
        SlidingWindow sliding = new SlidingWindow(rule, window);
        windows.add(sliding);
        return sliding;
    }

    /** A clock stepped back would keep windows and stops closed for as long as the step; both move with it. */
    private Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(lastSeen)) {
            Duration step = Duration.between(lastSeen, now);
            windows.forEach(window -> window.rebase(now));
            apiStoppedUntil = moved(apiStoppedUntil, step);
            webStoppedUntil = moved(webStoppedUntil, step);
        }
        lastSeen = now;
        return now;
    }

    private static Instant moved(Instant until, Duration step) {
        return until.equals(Instant.MIN) ? until : until.plus(step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
