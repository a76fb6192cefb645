package io.firstfill.risk.exposure;

import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Quantity;
import io.firstfill.risk.cap.AmountSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the trader's position events: which positions are held, and what was lost on the day. */
public final class PositionChanges {
    private PositionChanges() {}

    /** Returns the positions that are open after events of the past, which count on no day. */
    public static List<Position> open(List<OrderEvent> past) {
        Exposure exposure = Exposure.NONE;
        for (OrderEvent event : past) {
            exposure = switch (event) {
                case PositionOpened opened -> opened(exposure, opened);
                case PositionChanged changed -> changed(exposure, changed, false);
                case PositionClosed closed -> closed(exposure, closed, false);
                default -> exposure;
            };
        }
        return exposure.positions().known();
    }

    public static Exposure opened(Exposure exposure, PositionOpened event) {
        return exposure.with(exposure.positions().costing(event.positionId(), event.cost()));
    }

    /**
     * Applies a change of a position. A fee is a realised loss: what it took was paid for and cannot be sold. A sell
     * realises what it has brought less the part of the cost that falls to it.
     *
     * @param today whether the event counts on the current day
     */
    public static Exposure changed(Exposure exposure, PositionChanged event, boolean today) {
        Positions held = exposure.positions().costing(event.positionId(), event.cost());
        Amount taken = taken(event);
        Amount paid = paid(event);
        Exposure next = exposure.with(held.paying(event.positionId(), taken));
        return sold(today ? next.with(next.day().losing(AmountSum.plus(taken, paid))) : next, event, today);
    }

    /** What was sold is stated as a whole, so that an event that is read once more realises nothing. */
    private static Exposure sold(Exposure exposure, PositionChanged event, boolean today) {
        Quantity sold = event.sold();
        Amount proceeds = event.proceeds();
        Position held = exposure.positions().find(event.positionId()).orElse(null);
        if (sold == null || sold.isZero() || proceeds == null || held == null) {
            return exposure;
        }
        BigDecimal bought = event.quantity().value().add(sold.value());
        Amount soldCost = Amount.rounded(
                held.costWithoutFees().value().multiply(sold.value()).divide(bought, MathContext.DECIMAL128));
        Exposure next = exposure.with(exposure.positions().selling(held.id(), proceeds, soldCost));
        return today ? next.with(realised(next.day(), held, proceeds, soldCost)) : next;
    }

    /** Returns the fee that was paid in the quote asset. What other assets were worth is not known here. */
    private static Amount paid(PositionChanged event) {
        Map<Asset, Amount> others = event.otherFees();
        return others == null ? Amount.ZERO : others.getOrDefault(event.pair().quote(), Amount.ZERO);
    }

    /** Returns what the fee in the base asset cost: its part of the cost of everything bought. */
    private static Amount taken(PositionChanged event) {
        Quantity taken = event.feeQuantity();
        if (taken == null || taken.isZero()) {
            return Amount.ZERO;
        }
        BigDecimal bought = event.quantity().value().add(taken.value());
        return Amount.rounded(event.cost().value().multiply(taken.value()).divide(bought, MathContext.DECIMAL128));
    }

    /**
     * Applies the end of a position. It has realised the difference of proceeds and cost, less what was counted before:
     * what could not be sold is lost. Coins that a person sold or moved elsewhere are not.
     *
     * @param today whether the event counts on the current day
     */
    public static Exposure closed(Exposure exposure, PositionClosed event, boolean today) {
        Optional<Position> held = exposure.positions().find(event.positionId());
        Exposure closed = exposure.with(exposure.positions().closed(event.positionId()));
        return held.filter(position -> today)
                .map(position -> closed.with(realised(
                        closed.day(),
                        position,
                        event.proceeds(),
                        event.reason() == PositionEnd.MOVED_ELSEWHERE
                                ? position.soldCost()
                                : position.costWithoutFees())))
                .orElse(closed);
    }

    /** Counts what the position has realised now, beyond what it had realised before. */
    private static DayTotals realised(DayTotals day, Position before, Amount proceeds, Amount soldCost) {
        Amount gained = AmountSum.plus(proceeds, before.soldCost());
        Amount lost = AmountSum.plus(soldCost, before.proceeds());
        return lost.exceeds(gained)
                ? day.losing(AmountSum.minus(lost, gained))
                : day.gaining(AmountSum.minus(gained, lost));
    }
}
