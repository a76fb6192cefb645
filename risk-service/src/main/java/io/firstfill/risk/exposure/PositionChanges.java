package io.firstfill.risk.exposure;

import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.risk.cap.AmountSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Applies the trader's position events: which positions are held, and what was lost on the day. */
public final class PositionChanges {
    private PositionChanges() {}

    public static Exposure opened(Exposure exposure, PositionOpened event) {
        return exposure.with(exposure.positions().costing(event.positionId(), event.cost()));
    }

    /**
     * Applies a change of a position. A fee is a realised loss: what it took was paid for and cannot be sold.
     *
     * @param today whether the event counts on the current day
     */
    public static Exposure changed(Exposure exposure, PositionChanged event, boolean today) {
        Positions held = exposure.positions().costing(event.positionId(), event.cost());
        Quantity taken = event.feeQuantity();
        if (taken == null || taken.isZero()) {
            return exposure.with(held);
        }
        Amount fee = worth(taken, event);
        Exposure paid = exposure.with(held.paying(event.positionId(), fee));
        return today ? paid.with(paid.day().losing(fee)) : paid;
    }

    /** Returns what the fee cost: its part of the cost of everything bought. */
    private static Amount worth(Quantity taken, PositionChanged event) {
        BigDecimal bought = event.quantity().value().add(taken.value());
        return Amount.rounded(event.cost().value().multiply(taken.value()).divide(bought, MathContext.DECIMAL128));
    }

    /**
     * Applies the end of a position. It has realised the difference of proceeds and cost, less the fees counted before.
     *
     * @param today whether the event counts on the current day
     */
    public static Exposure closed(Exposure exposure, PositionClosed event, boolean today) {
        Optional<Position> held = exposure.positions().find(event.positionId());
        Exposure closed = exposure.with(exposure.positions().closed(event.positionId()));
        return held.filter(position -> today)
                .map(position -> closed.with(realised(closed.day(), position, event.proceeds())))
                .orElse(closed);
    }

    private static DayTotals realised(DayTotals day, Position position, Amount proceeds) {
        Amount open = AmountSum.minus(position.cost(), position.fees());
        return open.exceeds(proceeds)
                ? day.losing(AmountSum.minus(open, proceeds))
                : day.gaining(AmountSum.minus(proceeds, open));
    }
}
