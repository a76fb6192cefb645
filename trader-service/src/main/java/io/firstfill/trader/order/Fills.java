package io.firstfill.trader.order;

import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ClientOrderId;
import io.firstfill.contract.value.ListingId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.RunId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What every ended order of a run got. Built from the facts that end orders, the same ones after a restart, so a fact
 * read twice counts once and a position whose own fact was lost is still summed right. Confined to one thread.
 */
public final class Fills {
    private record Fill(ClientOrderId order, ListingId listing, Pair pair, Held got) {}

    private final Map<RunId, Map<ClientOrderId, Fill>> fills = new HashMap<>();

    public void learn(OrderEvent event) {
        switch (event) {
            case OrderFilled whole -> add(whole, new Held(whole.filledQuantity(), whole.filledAmount()));
            case OrderCanceled rest -> add(rest, new Held(rest.filledQuantity(), rest.filledAmount()));
            default -> nothing();
        }
    }

    /** Held of its pair in its run, apart from what this order gets. */
    public Held besides(Buy buy) {
        return sum(
                buy.runId(),
                fill -> fill.pair().equals(buy.pair()) && !fill.order().equals(buy.clientOrderId()));
    }

    /** By all ended attempts to buy the listing. */
    public Amount spent(RunId run, ListingId listing) {
        return sum(run, fill -> fill.listing().equals(listing)).cost();
    }

    private void add(OrderStep step, Held got) {
        if (!got.isNothing()) {
            fills.computeIfAbsent(step.runId(), run -> new LinkedHashMap<>())
                    .put(step.clientOrderId(), new Fill(step.clientOrderId(), step.listingId(), step.pair(), got));
        }
    }

    private Held sum(RunId run, Predicate<Fill> which) {
        return fills.getOrDefault(run, Map.of()).values().stream()
                .filter(which)
                .map(Fill::got)
                .reduce(Held.NOTHING, Held::plus);
    }

    private static void nothing() {}
}
