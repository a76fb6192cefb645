package io.firstfill.trader.order;

import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every ended order of a run got. Built from the facts that end orders, the same ones after a restart, so a fact
 * read twice counts once and a position whose own fact was lost is still summed right. Confined to one thread.
 */
public final class Fills {
    private record RunListing(RunId run, ListingId listing) {}

    private record RunPair(RunId run, Pair pair) {}

    /** Looked up while an order waits: neither may grow dearer with what the run has bought. */
    private final Map<RunListing, Map<ClientOrderId, Held>> byListing = new HashMap<>();

    private final Map<RunPair, Map<ClientOrderId, Held>> byPair = new HashMap<>();

    public void learn(OrderEvent event) {
        switch (event) {
            case OrderFilled whole -> add(whole, new Held(whole.filledQuantity(), whole.filledAmount()));
            case OrderCanceled rest -> add(rest, new Held(rest.filledQuantity(), rest.filledAmount()));
            default -> nothing();
        }
    }

    /** Held of its pair in its run, apart from what this order gets. */
    public Held besides(Buy buy) {
        return sum(byPair.getOrDefault(new RunPair(buy.runId(), buy.pair()), Map.of()).entrySet().stream()
                .filter(fill -> !fill.getKey().equals(buy.clientOrderId()))
                .map(Map.Entry::getValue));
    }

    /** By all ended attempts to buy the listing. */
    public Amount spent(RunId run, ListingId listing) {
        return sum(byListing.getOrDefault(new RunListing(run, listing), Map.of()).values().stream())
                .cost();
    }

    private void add(OrderStep step, Held got) {
        if (!got.isNothing()) {
            byListing
                    .computeIfAbsent(new RunListing(step.runId(), step.listingId()), key -> new LinkedHashMap<>())
                    .put(step.clientOrderId(), got);
            byPair.computeIfAbsent(new RunPair(step.runId(), step.pair()), key -> new LinkedHashMap<>())
                    .put(step.clientOrderId(), got);
        }
    }

    private static Held sum(Stream<Held> fills) {
        return fills.reduce(Held.NOTHING, Held::plus);
    }

    private static void nothing() {}
}
