package io.firstfill.risk;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages about guardrails, failed buys and losses, as {@link InputMessages}. */
public final class CapMessages {
    private CapMessages() {}

    /** Returns guardrails with one limit. */
    public static Guardrails only(Cap cap, String limit) {
        return new Guardrails(
                cap == Cap.TRADES_PER_HOUR ? Integer.valueOf(limit) : null,
                cap == Cap.SPEND ? Amount.of(limit) : null,
                cap == Cap.SPEND_PER_DAY ? Amount.of(limit) : null,
                cap == Cap.CONCURRENT_LISTINGS ? Integer.valueOf(limit) : null,
                cap == Cap.OPEN_POSITIONS ? Integer.valueOf(limit) : null,
                cap == Cap.LOSS_PER_DAY ? Amount.of(limit) : null,
                cap == Cap.CONSECUTIVE_FAILURES ? Integer.valueOf(limit) : null);
    }

    public static SetGuardrails guardrails(int expectedVersion, Guardrails guardrails) {
        return new SetGuardrails(
                InputMessages.meta(NOON), PAPER, Actor.of("rita"), expectedVersion, guardrails, "odd fills");
    }

    public static ResetBreaker reset(Cap cap) {
        return new ResetBreaker(InputMessages.meta(NOON), PAPER, Actor.of("rita"), cap, "looked at it");
    }

    public static OrderRejected rejected(PermitGranted permit, Rejection rejection) {
        return new OrderRejected(
                InputMessages.meta(NOON),
                PAPER,
                permit.runId(),
                InputMessages.listing(permit),
                InputMessages.pair(permit),
                InputMessages.order(permit),
                400,
                30018,
                "no market orders",
                rejection,
                0,
                InputMessages.timeline());
    }

    /** The fee of a buy was taken from what it bought. */
    public static PositionChanged fee(PermitGranted permit, Instant at, String quantity, String fee, String cost) {
        return new PositionChanged(
                InputMessages.meta(at),
                PAPER,
                permit.runId(),
                position(permit),
                InputMessages.pair(permit),
                Quantity.of(quantity),
                Amount.of(cost),
                Price.of("1"),
                InputMessages.order(permit),
                Quantity.of(fee),
                null);
    }

    public static PositionClosed closed(PermitGranted permit, Instant at, String proceeds) {
        return new PositionClosed(
                InputMessages.meta(at),
                PAPER,
                permit.runId(),
                position(permit),
                InputMessages.pair(permit),
                Amount.of(proceeds));
    }

    /** A part of the position was sold; what was sold and what that has brought are stated as a whole. */
    public static PositionChanged sold(
            PermitGranted permit, Instant at, String left, String cost, String sold, String proceeds) {
        return new PositionChanged(
                InputMessages.meta(at),
                PAPER,
                permit.runId(),
                position(permit),
                InputMessages.pair(permit),
                Quantity.of(left),
                Amount.of(cost),
                Price.of("1"),
                null,
                null,
                null,
                Quantity.of(sold),
                Amount.of(proceeds));
    }

    public static PositionClosed ended(
            PermitGranted permit, Instant at, String proceeds, PositionEnd reason, String left) {
        return new PositionClosed(
                InputMessages.meta(at),
                PAPER,
                permit.runId(),
                position(permit),
                InputMessages.pair(permit),
                Amount.of(proceeds),
                reason,
                Quantity.of(left),
                null);
    }

    private static PositionId position(PermitGranted permit) {
        return PositionId.derivedFrom(permit.runId(), InputMessages.pair(permit));
    }

    /** A person wants another amount spent on a listing, or the amount of the configuration where it is null. */
    public static ChangeListingTerms wanted(int listing, @Nullable String amount) {
        return wanted(ListingId.derivedFrom(listing), amount);
    }

    public static ChangeListingTerms wanted(ListingId listing, @Nullable String amount) {
        ListingTerms terms = new ListingTerms(amount == null ? null : Amount.of(amount), null, null, false);
        return new ChangeListingTerms(InputMessages.meta(NOON), PAPER, Actor.of("operator"), listing, terms, "test");
    }
}
