package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sums of what the ended orders of a run bought, by listing and by pair. Built from the events that end orders, the
 * same ones live and on replay, so that an event read twice counts once. Confined to the event loop.
 */
public final class Fills {
    private record RunListing(RunId run, ListingId listing) {}

    private record RunPair(RunId run, Pair pair) {}

    /**
     * Two indexes, because sums are asked for while an order waits: their cost may not grow with what the run has
     * bought.
     */
    private final Map<RunListing, Map<ClientOrderId, Held>> byListing = new HashMap<>();

    private final Map<RunPair, Map<ClientOrderId, Held>> byPair = new HashMap<>();
    /** Fees that were taken in the base asset. */
    private final Map<ClientOrderId, Quantity> fees = new HashMap<>();

    public void apply(OrderStep step) {
        if (step instanceof OrderFilled whole) {
            add(whole, new Held(whole.filledQuantity(), whole.filledAmount()));
        } else if (step instanceof OrderCanceled part) {
            add(part, new Held(part.filledQuantity(), part.filledAmount()));
        }
    }

    /** Takes an order's fee from what the order bought, once. */
    public void apply(PositionChanged change) {
        ClientOrderId order = change.clientOrderId();
        Quantity fee = change.feeQuantity();
        Map<ClientOrderId, Held> fills = byPair.get(new RunPair(change.runId(), change.pair()));
        if (order != null && fee != null && fills != null && fees.putIfAbsent(order, fee) == null) {
            fills.computeIfPresent(order, (id, bought) -> bought.without(fee));
        }
    }

    /** The end of an order whose fee is not known, as a position without that fee; empty where it is known. */
    public Optional<PositionChanged> fee(OrderStep end, Venue.Fee fee) {
        Held bought = byPair.getOrDefault(new RunPair(end.runId(), end.pair()), Map.of())
                .get(end.clientOrderId());
        return bought == null || fees.containsKey(end.clientOrderId())
                ? Optional.empty()
                : Optional.of(ImpliedEvents.fee(end, besides(end).plus(bought.without(fee.inBase())), fee));
    }

    /** Returns what the run holds of the order's pair, apart from what this order bought. */
    public Held besides(OrderStep order) {
        return sum(byPair.getOrDefault(new RunPair(order.runId(), order.pair()), Map.of()).entrySet().stream()
                .filter(fill -> !fill.getKey().equals(order.clientOrderId()))
                .map(Map.Entry::getValue));
    }

    /** Spent by all ended attempts to buy the listing. */
    public Amount spent(RunId run, ListingId listing) {
        return sum(byListing.getOrDefault(new RunListing(run, listing), Map.of()).values().stream())
                .cost();
    }

    /** Returns whether an attempt to buy the listing has bought anything. */
    public boolean hasBought(RunId run, ListingId listing) {
        return byListing.containsKey(new RunListing(run, listing));
    }

    /** Drops the fills of those runs: nothing is added to them any more. */
    public void forget(Predicate<RunId> runs) {
        byListing.keySet().removeIf(key -> runs.test(key.run()));
        byPair.keySet().removeIf(key -> runs.test(key.run()));
        fees.keySet()
                .retainAll(byPair.values().stream()
                        .flatMap(fills -> fills.keySet().stream())
                        .toList());
    }

    private void add(OrderStep step, Held bought) {
        if (!bought.isNothing()) {
            byListing
                    .computeIfAbsent(new RunListing(step.runId(), step.listingId()), key -> new LinkedHashMap<>())
                    .put(step.clientOrderId(), bought);
            byPair.computeIfAbsent(new RunPair(step.runId(), step.pair()), key -> new LinkedHashMap<>())
                    .putIfAbsent(step.clientOrderId(), bought);
        }
    }

    private static Held sum(Stream<Held> fills) {
        return fills.reduce(Held.NOTHING, Held::plus);
    }
}
