package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.EngineState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs as they buy one listing: the terms that a person has set for the listing come before those of the run's
 * configuration, also where another version was applied since.
 */
public final class ListingRuns {
    private final EngineState state;

    public ListingRuns(EngineState state) {
        this.state = state;
    }

    /** Returns the signal's run while it is active or suspended. */
    public Optional<Run.Open> open(PendingSignal pending) {
        return open(pending.signal().runId(), pending.signal().listingId(), pending.openingTime());
    }

    /** Returns the buy's run while it is active or suspended. */
    Optional<Run.Open> open(Buy buy) {
        return open(buy.runId(), buy.listingId(), buy.timeline().openingTime());
    }

    Optional<Run> find(PendingSignal pending) {
        return open(pending)
                .<Run>map(run -> run)
                .or(() -> state.runs().find(pending.signal().runId()));
    }

    private Optional<Run.Open> open(RunId id, ListingId listing, @Nullable Instant opening) {
        return state.runs()
                .open(id)
                .map(run -> state.listings()
                        .terms(listing, opening)
                        .map(terms -> run.applied(with(terms, run.configuration())))
                        .orElse(run));
    }

    private static Configuration with(ListingTerms terms, Configuration run) {
        return new Configuration(
                run.name(),
                Objects.requireNonNullElse(terms.quoteAmount(), run.quoteAmount()),
                run.symbols(),
                Objects.requireNonNullElse(terms.orderStyle(), run.orderStyle()),
                run.recvWindow(),
                run.signalMaxAge(),
                run.latencyBudget(),
                run.probeWindow(),
                run.caps(),
                run.safety(),
                run.priceCap(),
                terms.maxPremium() == null ? run.maxPremium() : terms.maxPremium(),
                run.polling());
    }
}
