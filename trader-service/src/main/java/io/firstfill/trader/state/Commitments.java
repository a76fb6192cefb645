package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of buys that a balance stated by the exchange may not be without yet. A buy counts with its whole amount
 * from the moment it is armed or submitted, and with what it has spent once it has ended. A balance is without the
 * amount of a buy that the exchange had acknowledged before it was asked. Confined to the event loop.
 */
public final class Commitments {
    /** Longer than a balance counts as known. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** @param acknowledgedAt when the exchange was known to have the order; null before */
    private record Commitment(
            Asset asset,
            Amount amount,
            PermitId permit,
            @Nullable Instant acknowledgedAt) {
        Commitment acknowledged(Instant at) {
            return new Commitment(asset, amount, permit, acknowledgedAt == null ? at : acknowledgedAt);
        }

        Commitment ended(Amount spent, Instant at) {
            return new Commitment(asset, spent, permit, acknowledgedAt == null ? at : acknowledgedAt);
        }

        boolean wasAcknowledgedBefore(Instant time) {
            return acknowledgedAt != null && acknowledgedAt.isBefore(time);
        }
    }

    private final Map<ClientOrderId, Commitment> commitments = new HashMap<>();
    private Instant changedAt = Instant.MIN;

    /**
     * Returns the sum that a balance of the asset may not be without.
     *
     * @param askedAt when the exchange was asked for the balance
     * @param except the order whose own amount is left out
     */
    public Amount of(Asset asset, Instant askedAt, @Nullable ClientOrderId except) {
        return commitments.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(except))
                .map(Map.Entry::getValue)
                .filter(commitment -> commitment.asset().equals(asset) && !commitment.wasAcknowledgedBefore(askedAt))
                .map(Commitment::amount)
                .reduce(Amount.ZERO, Amount::plus);
    }

    /** Returns when an order last ended at the exchange, or was refused there; {@link Instant#MIN} when none has. */
    public Instant changedAt() {
        return changedAt;
    }

    void apply(OrderStep step) {
        switch (step) {
            case OrderArmed armed -> open(armed, armed.quoteAmount(), armed.permitId());
            case OrderSubmitted submitted -> open(submitted, submitted.quoteAmount(), submitted.permitId());
            case OrderAccepted accepted -> acknowledged(accepted);
            case OrderPartiallyFilled part -> acknowledged(part);
            case OrderFilled whole -> ended(whole, whole.filledAmount());
            case OrderCanceled part -> ended(part, part.filledAmount());
            case OrderRejected rejected -> ended(rejected, Amount.ZERO);
            case OrderDenied denied -> commitments.remove(denied.clientOrderId());
            case OrderResolved resolved -> resolved(resolved);
            case OrderUnresolved unresolved -> {}
        }
    }

    /** A permit was returned: its buy was taken back. */
    void returned(PermitId permit) {
        commitments.values().removeIf(commitment -> commitment.permit().equals(permit));
    }

    /**
     * Drops what every balance from now on is without: the sum is asked for while an order waits.
     *
     * @param askedAt when the exchange was asked for the balance that is in use now
     */
    public void stated(Instant askedAt) {
        commitments.values().removeIf(commitment -> commitment.wasAcknowledgedBefore(askedAt));
    }

    void forget(Instant now) {
        stated(now.minus(KEPT));
    }

    private void open(OrderStep step, Amount amount, PermitId permit) {
        commitments.put(step.clientOrderId(), new Commitment(step.pair().quote(), amount, permit, null));
    }

    private void acknowledged(OrderStep step) {
        Instant at = step.meta().occurredAt();
        commitments.computeIfPresent(step.clientOrderId(), (id, open) -> open.acknowledged(at));
    }

    private void ended(OrderStep step, Amount spent) {
        Instant at = step.meta().occurredAt();
        commitments.computeIfPresent(
                step.clientOrderId(), (id, open) -> spent.equals(Amount.ZERO) ? null : open.ended(spent, at));
        changedAt = at.isAfter(changedAt) ? at : changedAt;
    }

    /** An order that nobody can find counts until the exchange is asked again: a person looks after it. */
    private void resolved(OrderResolved step) {
        if (step.resolution() == Resolution.ABSENT) {
            ended(step, Amount.ZERO);
        } else if (step.resolution() == Resolution.OPERATOR) {
            acknowledged(step);
        }
    }
}
