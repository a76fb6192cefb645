package io.firstfill.trader.submit;

import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OpeningLateness;
import java.time.Duration;
import java.time.Instant;

/** The pace and the end of the requests for an order that its pair does not take yet. */
public final class ProbeSchedule {
    /** The time in which an opening is likely where no other is known. */
    private static final Duration LONGEST_DELAY = Duration.ofMillis(40);

    private static final int FEWEST_WITH_SPARE = 3;

    private final EngineState state;
    private final Venue venue;
    private final EventLoop loop;
    private final SubmitSettings settings;

    public ProbeSchedule(EngineState state, Venue venue, EventLoop loop, SubmitSettings settings) {
        this.state = state;
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
    }

    /**
     * Returns when the next request is to be fired, by our clock.
     *
     * @param last when the last one was fired, by our clock
     */
    Instant next(Submitted current, Instant last) {
        Buy buy = current.buy();
        Instant opening = buy.timeline().openingTime();
        Instant first = opening == null ? null : venue.localTimeOf(opening).minus(venue.lead());
        boolean late = first == null || Pacing.isLate(first, last, settings.probeInterval());
        Instant from = first == null || late ? loop.now() : first;
        join(buy, late, from, loop.now());
        Venue.OrderRate.Share share = venue.rate().share(buy.clientOrderId(), late);
        Instant next = first == null || late
                ? last.plus(Pacing.interval(settings.probeInterval(), share.orders(), share.buys(), reserve(buy)))
                : atOpening(share, buy).next(current.probes(), first, last);
        join(buy, late, from, next);
        return next;
    }

    /** At its opening a buy has the order rate for as long as the opening is likely. */
    private void join(Buy buy, boolean late, Instant from, Instant last) {
        Instant likely = late ? last : from.plus(state.orders().lateness().window());
        Instant end = last.isAfter(likely) ? last : likely;
        venue.rate().join(buy.clientOrderId(), late, from, end.plus(Pacing.RENEWED));
    }

    /**
     * Returns how long after its opening the first request of a buy is best to arrive: at once where others can follow
     * in that second. A single one waits until the opening has likely come, because the next one is a second away.
     *
     * @return 0 to 40 ms, before the buy's deadline
     */
    public Duration firstDelay(Buy buy) {
        Instant opening = buy.timeline().openingTime();
        if (opening == null || shots(venue.rate().share(buy.clientOrderId(), false), buy) > 1) {
            return Duration.ZERO;
        }
        Duration likely = state.orders().lateness().likely();
        Duration delay = likely.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : likely;
        return opening.plus(delay).isBefore(buy.deadline()) ? delay : Duration.ZERO;
    }

    /** Where a fallback may follow, the probe for a late opening is one of the volley's: the reserve stays whole. */
    private Pacing atOpening(Venue.OrderRate.Share share, Buy buy) {
        OpeningLateness lateness = state.orders().lateness();
        int shots = shots(share, buy);
        boolean spare = lateness.mayExceedWindow() && shots >= FEWEST_WITH_SPARE;
        int volley = spare && reserve(buy) > 1 ? shots - 1 : shots;
        return new Pacing(volley, spare, lateness.window(), settings.probeInterval());
    }

    private int shots(Venue.OrderRate.Share share, Buy buy) {
        return Pacing.shots(share.orders(), share.buys(), reserve(buy));
    }

    /** The buy needs no more probes: look-ups go on, unless another buy opens with it. */
    void over(Buy buy) {
        venue.rate().leave(buy.clientOrderId());
        Instant opening = buy.timeline().openingTime();
        if (opening != null && state.orders().opensWith(opening) <= 1) {
            venue.releaseQueries(opening);
        }
    }

    /** One order for another attempt; two where a market order may be followed by a capped one and that by another. */
    private int reserve(Buy buy) {
        return state.runs()
                .open(buy.runId())
                .filter(run -> run.configuration().orderStyle() == OrderStyle.MARKET_THEN_IOC)
                .map(run -> 2)
                .orElse(1);
    }

    /**
     * Returns whether "not supported" may still mean "not open yet". A surprise was seen open when it was fired, so
     * that its time counts from there.
     */
    boolean mayStillOpen(Buy buy) {
        Instant opening = buy.timeline().openingTime();
        Instant fired = buy.timeline().firedAt();
        Instant now = loop.now();
        Duration since = opening != null
                ? Duration.between(opening, venue.exchangeTime())
                : Duration.between(fired == null ? now : fired, now);
        return since.compareTo(settings.barredAfter()) <= 0;
    }
}
