package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.FreedRoom;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.EngineState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges a buy that is armed again, whenever something changed on which it rests. */
public final class ArmedReview {
    /** With less time than this before an opening nothing is armed anew: OrderArmed may take as long to be durable. */
    private static final Duration TOO_LATE = Duration.ofSeconds(1);

    /** Time in which risk grants a permit many times over: it needs some 20 ms, and a restart of it some seconds. */
    private static final Duration LONG_BEFORE = Duration.ofSeconds(10);

    private final EngineState state;
    private final ListingRuns runs;
    private final Situations situations;
    private final Pricing pricing;
    private final Venue venue;

    ArmedReview(EngineState state, ListingRuns runs, Situations situations, Pricing pricing, Venue venue) {
        this.state = state;
        this.runs = runs;
        this.situations = situations;
        this.pricing = pricing;
        this.venue = venue;
    }

    /**
     * Returns whether an armed buy is within what the run's configuration and the listing's terms allow now. What was
     * loosened since takes nothing back.
     */
    public boolean fits(Buy buy, PendingSignal pending) {
        ListingId listing = buy.listingId();
        return runs.open(pending)
                .map(Run.Open::configuration)
                .filter(now -> !state.listings().isLeftAlone(pending))
                .filter(now -> WantedListings.refusal(pending, now, situations.verdict(pending))
                        .isEmpty())
                .filter(now -> !buy.quoteAmount().exceeds(situations.left(pending)))
                .filter(now -> buy.recvWindow().compareTo(now.recvWindow()) <= 0)
                .filter(now ->
                        pending.isCapped(now.orderStyle(), state.listings().rules(listing))
                                == buy.terms() instanceof Terms.Capped)
                .filter(now -> pricing.isWithin(buy.terms(), pending, now))
                .isPresent();
    }

    /**
     * Returns whether the run's configuration would arm another buy now, on terms that are at hand: for a larger
     * amount, or with a longer validity. Without a permit or the balance for it, or right before the opening, the
     * armed buy stays as it is.
     *
     * @param prices whether another price counts, too; a price that follows the market may differ at each question
     */
    public boolean isOutdated(Buy buy, PendingSignal pending, boolean prices) {
        Instant opening = pending.openingTime();
        Optional<Configuration> open = runs.open(pending).map(Run.Open::configuration);
        if (open.isEmpty()
                || opening == null
                || !venue.exchangeTime().plus(TOO_LATE).isBefore(opening)) {
            return false;
        }
        Configuration now = open.get();
        Amount amount = situations.left(pending);
        Optional<Terms> terms = pricing.terms(pending, now, amount);
        boolean differs = amount.exceeds(buy.quoteAmount())
                || buy.recvWindow().compareTo(now.recvWindow()) < 0
                || (prices && !terms.equals(Optional.of(buy.terms())));
        return differs
                && terms.isPresent()
                && situations.available(pending).filter(amount::exceeds).isEmpty()
                && situations.permit(pending, amount).isPresent();
    }

    /**
     * Returns whether the run's configuration wants a larger amount, and the caps leave no room for its permit beside
     * the one of the armed buy, but enough in its place; the balance and a price for it are at hand. The buy then may
     * give its permit back, long enough before the opening for risk to grant the larger one: until it does the listing
     * has no permit, and should risk be away until the opening, it is not bought.
     */
    public boolean mayGiveWay(Buy buy, PendingSignal pending) {
        Instant opening = pending.openingTime();
        Amount amount = situations.left(pending);
        List<CapReached> caps = state.reachedCaps(buy.runId());
        return opening != null
                && venue.exchangeTime().plus(LONG_BEFORE).isBefore(opening)
                && amount.exceeds(buy.quoteAmount())
                && state.permits().of(buy.runId()::equals).isEmpty()
                && !caps.isEmpty()
                && FreedRoom.isEnough(caps, buy.quoteAmount(), amount)
                && situations.available(pending).filter(amount::exceeds).isEmpty()
                && runs.open(pending)
                        .flatMap(run -> pricing.terms(pending, run.configuration(), amount))
                        .isPresent();
    }
}
