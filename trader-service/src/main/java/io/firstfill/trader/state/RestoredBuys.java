package io.firstfill.trader.state;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Listings;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Attempts;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Times;
import io.firstfill.trader.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the buy of an order that an earlier process decided, from its event and what is known of its listing and run.
 * The terms are only a stand-in: an order of the past is looked up, and a capped one that is armed is armed anew.
 */
final class RestoredBuys {
    /** Assumed where the configuration of the run is not known any more: the longest recvWindow that policy allows. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(1);

    private static final Duration USUAL_PROBE_WINDOW = Duration.ofMinutes(1);

    private final Runs runs;
    private final Listings listings;

    RestoredBuys(Runs runs, Listings listings) {
        this.runs = runs;
        this.listings = listings;
    }

    Buy of(OrderArmed event) {
        Optional<PendingSignal> pending = listings.find(ListingKey.of(event));
        Instant deadline = pending.map(PendingSignal::deadline)
                .orElseGet(() -> event.openingTime().plus(probeWindow(event)));
        Timeline times = pending.map(known -> Times.of(known.signal(), event.openingTime(), known.consumedAt()))
                .orElseGet(() -> Times.unknown(event.meta().occurredAt()));
        return buy(event, event.permitId(), event.quoteAmount(), Attempts.of(event), deadline, times);
    }

    Buy of(OrderSubmitted event) {
        Instant deadline = event.validUntil().minus(recvWindow(event));
        return buy(event, event.permitId(), event.quoteAmount(), event.attempt(), deadline, event.timeline());
    }

    private Buy buy(OrderStep event, PermitId permit, Amount amount, int attempt, Instant deadline, Timeline timeline) {
        return new Buy(
                event.environment(),
                event.runId(),
                event.listingId(),
                event.pair(),
                event.clientOrderId(),
                attempt,
                permit,
                amount,
                new Terms.Market(amount),
                deadline,
                recvWindow(event),
                event.meta(),
                timeline);
    }

    private Duration recvWindow(OrderStep event) {
        return runs.open(event.runId())
                .map(run -> run.configuration().recvWindow())
                .orElse(LONGEST_WINDOW);
    }

    private Duration probeWindow(OrderStep event) {
        return runs.open(event.runId())
                .map(run -> run.configuration().probeWindow())
                .orElse(USUAL_PROBE_WINDOW);
    }
}
