package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange told unasked about an order. It may come before the answer to the request, twice, late or not at all.
 *
 * @param sighting null when it says only that something has happened
 */
public record OrderPush(
        ClientOrderId clientOrderId, @Nullable Sighting sighting) {
    public OrderPush {
        Objects.requireNonNull(clientOrderId, "clientOrderId");
    }

    /** The filled order this shows, whole: only then is nothing left to ask. */
    Optional<Sighting> filledWhole() {
        return Optional.ofNullable(sighting)
                .filter(seen -> seen.status() == Sighting.Status.FILLED)
                .filter(seen -> seen.averagePrice().isPresent());
    }

    /**
     * The sighting, if it may be told before a look-up has confirmed it: the order is filled whole, costs no more than it
     * was meant to, and is the one the exchange acknowledged. Such a fact only says that money is spent. An end that would
     * set money free is never believed, whoever pushes it.
     */
    public Optional<Sighting> proofFor(BuyState state) {
        return switch (state) {
            case BuyState.Armed armed -> Optional.empty();
            case BuyState.Submitted submitted -> Optional.empty();
            case BuyState.Accepted accepted ->
                affordable(accepted.buy())
                        .filter(seen -> seen.id().equals(accepted.exchangeOrderId()))
                        .filter(seen -> seen.filled().compareTo(accepted.filled()) >= 0);
            case BuyState.Unresolved unresolved -> affordable(unresolved.buy());
            case BuyState.Ended ended -> Optional.empty();
        };
    }

    /** Which of two pushes of one order says more; the later one of two that say the same. */
    public OrderPush orEarlier(OrderPush earlier) {
        if (sighting == null || earlier.sighting == null) {
            return sighting == null ? earlier : this;
        }
        boolean less = sighting.filled().compareTo(earlier.sighting.filled()) < 0;
        boolean undone = earlier.sighting.status() != Sighting.Status.OPEN && sighting.status() == Sighting.Status.OPEN;
        return less || undone ? earlier : this;
    }

    private Optional<Sighting> affordable(Buy buy) {
        return filledWhole().filter(seen -> seen.spent().compareTo(buy.quoteAmount()) <= 0);
    }
}
