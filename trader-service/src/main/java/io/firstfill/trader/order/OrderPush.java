package io.firstfill.trader.order;

import io.firstfill.contract.id.ClientOrderId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the private stream about one order. It may come before the answer to the request, twice, late or not at
 * all.
 *
 * @param snapshot null when the message says only that something has happened
 */
public record OrderPush(
        ClientOrderId clientOrderId, @Nullable OrderSnapshot snapshot) {
    public OrderPush {
        Objects.requireNonNull(clientOrderId, "clientOrderId");
    }

    /** The snapshot of an order filled in whole: only then is nothing left to ask. */
    Optional<OrderSnapshot> filledWhole() {
        return Optional.ofNullable(snapshot)
                .filter(seen -> seen.status() == OrderSnapshot.Status.FILLED)
                .filter(seen -> seen.averagePrice().isPresent());
    }

    /**
     * The snapshot, where it may be published before a look-up has confirmed it: the order is filled in whole, costs no
     * more than its quote amount, and is the order the exchange acknowledged. Such an event only says that money is
     * spent. An end that would set money free is never taken from a push (decision 6).
     */
    public Optional<OrderSnapshot> proofFor(BuyState state) {
        return switch (state) {
            case BuyState.Armed armed -> Optional.empty();
            case BuyState.Submitted submitted -> Optional.empty();
            case BuyState.Accepted accepted ->
                affordable(accepted.buy())
                        .filter(seen -> seen.id().equals(accepted.exchangeOrderId()))
                        .filter(seen -> seen.filled().compareTo(accepted.filled()) >= 0);
            case BuyState.InDoubt doubtful ->
                affordable(doubtful.buy())
                        .filter(seen ->
                                doubtful.exchangeOrderId() == null || seen.id().equals(doubtful.exchangeOrderId()));
            case BuyState.Ended ended -> Optional.empty();
        };
    }

    /**
     * The snapshot, where it shows that a market buy has ended with nothing bought: the exchange cancels market orders
     * of a pair's first minute, and every millisecond of the fallback counts. The fallback begins on a push only for
     * the very order the exchange has acknowledged, with both figures zero and no fill known (decision 6).
     */
    public Optional<OrderSnapshot> emptyEndOf(BuyState state) {
        return state instanceof BuyState.Accepted accepted
                ? Optional.ofNullable(snapshot)
                        .filter(seen -> accepted.buy().terms() instanceof Terms.Market)
                        .filter(seen -> seen.isEmptyHanded() && seen.isConclusive())
                        .filter(seen -> seen.id().equals(accepted.exchangeOrderId()))
                        .filter(seen -> accepted.filled().isZero())
                : Optional.empty();
    }

    /** The one of two pushes about one order that says more; this one where both say the same. */
    public OrderPush orEarlier(OrderPush earlier) {
        if (snapshot == null || earlier.snapshot == null) {
            return snapshot == null ? earlier : this;
        }
        boolean less = snapshot.filled().compareTo(earlier.snapshot.filled()) < 0;
        boolean undone = earlier.snapshot.isFinal() && !snapshot.isFinal();
        return less || undone ? earlier : this;
    }

    private Optional<OrderSnapshot> affordable(Buy buy) {
        return filledWhole().filter(seen -> seen.spent().compareTo(buy.quoteAmount()) <= 0);
    }
}
