package io.firstfill.control.position;

import io.firstfill.contract.exit.SellAccepted;
import io.firstfill.contract.exit.SellCanceled;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellPartiallyFilled;
import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.exit.SellUnresolved;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One order of an exit, as its latest event says.
 *
 * @param quantity to sell, in the base asset; null where its beginning is no longer known
 * @param filledQuantity sold so far, in the base asset
 * @param filledAmount received for it, in quote and before fees
 * @param detail why it was refused, canceled, or is in doubt
 * @param at when that happened
 */
public record SellStatus(
        ClientOrderId clientOrderId,

        @Schema(
                enumeration = {
                    "SUBMITTED",
                    "ACCEPTED",
                    "REJECTED",
                    "PARTIALLY_FILLED",
                    "FILLED",
                    "CANCELED",
                    "UNRESOLVED",
                    "RESOLVED"
                })
        String status,

        @Nullable String orderType,
        @Nullable Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Quantity filledQuantity,
        @Nullable Amount filledAmount,
        @Nullable Price averagePrice,
        @Nullable String detail,
        Instant at) {

    /** What an event says of the fills of its order. */
    private record Fill(
            @Nullable Quantity quantity,
            @Nullable Amount amount,
            @Nullable Price price) {}

    static SellStatus of(ClientOrderId id, Instant at) {
        return new SellStatus(id, "SUBMITTED", null, null, null, null, null, null, null, at);
    }

    SellStatus after(SellStep step) {
        Instant when = step.meta().occurredAt();
        return switch (step) {
            case SellSubmitted it -> submitted(it);
            case SellAccepted it -> with("ACCEPTED", null, new Fill(null, null, null), when);
            case SellRejected it -> with("REJECTED", it.code() + " " + it.message(), new Fill(null, null, null), when);
            case SellPartiallyFilled it ->
                with(
                        "PARTIALLY_FILLED",
                        null,
                        new Fill(it.filledQuantity(), it.filledAmount(), it.averagePrice()),
                        when);
            case SellFilled it ->
                with("FILLED", null, new Fill(it.filledQuantity(), it.filledAmount(), it.averagePrice()), when);
            case SellCanceled it ->
                with(
                        "CANCELED",
                        it.reason().name(),
                        new Fill(it.filledQuantity(), it.filledAmount(), it.averagePrice()),
                        when);
            case SellUnresolved it ->
                with("UNRESOLVED", it.ambiguity() + " " + it.detail(), new Fill(null, null, null), when);
            case SellResolved it ->
                with(
                        "RESOLVED",
                        it.resolution() + " " + it.detail(),
                        new Fill(it.filledQuantity(), it.filledAmount(), it.averagePrice()),
                        when);
        };
    }

    private SellStatus submitted(SellSubmitted it) {
        return new SellStatus(
                clientOrderId,
                status,
                it.orderType().name(),
                it.quantity(),
                it.limitPrice(),
                filledQuantity,
                filledAmount,
                averagePrice,
                detail,
                at.isAfter(it.meta().occurredAt()) ? at : it.meta().occurredAt());
    }

    /** What an event does not state stays as it was. */
    private SellStatus with(String next, @Nullable String why, Fill fill, Instant when) {
        return new SellStatus(
                clientOrderId,
                next,
                orderType,
                quantity,
                limitPrice,
                fill.quantity() == null ? filledQuantity : fill.quantity(),
                fill.amount() == null ? filledAmount : fill.amount(),
                fill.price() == null ? averagePrice : fill.price(),
                why,
                when);
    }
}
