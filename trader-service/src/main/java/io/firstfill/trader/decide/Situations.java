package io.firstfill.trader.decide;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Amount;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.RemainingQuote;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.permit.Permit;
import io.firstfill.trader.permit.PermitSettings;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.PairUse;
import java.time.Instant;
import java.util.Optional;

/** Gathers everything a decision about one pending signal rests on, at this moment. */
final class Situations {
    private final EngineState state;
    private final ListingRuns runs;
    private final Conditions conditions;
    private final Pricing pricing;
    private final Venue venue;
    private final PermitSettings permits;

    Situations(EngineState state, Conditions conditions, Pricing pricing, Venue venue, PermitSettings permits) {
        this.state = state;
        this.runs = new ListingRuns(state);
        this.conditions = conditions;
        this.pricing = pricing;
        this.venue = venue;
        this.permits = permits;
    }

    Situation of(PendingSignal pending, Instant now) {
        ListingSignal signal = pending.signal();
        Amount amount = left(pending);
        return new Situation(
                pending,
                pending.isSurprise() ? now : venue.exchangeTime(),
                runs.find(pending),
                state.tradingState(),
                state.quarantine().first(),
                conditions.credentialValid(),
                conditions.leaseHeld(),
                venue.clockTrusted(),
                state.listings().isWithdrawn(signal.listingId()),
                state.listings().isLeftAlone(pending),
                state.positions().hasSold(signal.runId(), signal.pair())
                        ? PairUse.BOUGHT
                        : state.orders().use(signal, now),
                conditions.keyTakes(signal.pair()),
                state.listings().rules(signal.listingId()),
                verdict(pending),
                amount,
                terms(pending, amount),
                available(pending),
                state.permits().largest(signal.runId()),
                permit(pending, amount).isPresent(),
                state.reachedCaps(signal.runId()));
    }

    /**
     * Returns the scanner's verdict where a configuration was applied after the signal. The signal itself was judged by
     * the scanner, which may know that a pair can be bought before it publishes the verdict.
     */
    Optional<Verdict> verdict(PendingSignal pending) {
        ListingSignal signal = pending.signal();
        return state.runs()
                .appliedAt(signal.runId())
                .filter(applied -> applied.isAfter(signal.meta().occurredAt()))
                .flatMap(applied -> state.listings().verdict(signal.listingId()));
    }

    /** Returns what is left of the quote amount after all attempts so far; zero where no run is open. */
    Amount left(PendingSignal pending) {
        ListingSignal signal = pending.signal();
        return runs.open(pending)
                .map(run -> new RemainingQuote(
                                run.configuration().quoteAmount(), state.spent(run.id(), signal.listingId()))
                        .amount())
                .orElse(Amount.ZERO);
    }

    /** Returns what can be spent on the next attempt; empty while the balance is not known. */
    Optional<Amount> available(PendingSignal pending) {
        return conditions.available(pending.signal().pair().quote(), pending.orderId());
    }

    /** The permit to spend, which has to outlast the last request it pays for. */
    Optional<Permit> permit(PendingSignal pending, Amount amount) {
        Instant last = pending.isSurprise() ? pending.deadline() : venue.localTimeOf(pending.deadline());
        return state.permits().best(pending.signal().runId(), amount, last.plus(permits.reserve()));
    }

    /** Returns the terms. Where no run is open they do not matter: that is refused before. */
    private Optional<Terms> terms(PendingSignal pending, Amount amount) {
        return runs.open(pending)
                .map(run -> pricing.terms(pending, run.configuration(), amount))
                .orElseGet(() -> Optional.of(new Terms.Market(Amount.ZERO)));
    }
}
