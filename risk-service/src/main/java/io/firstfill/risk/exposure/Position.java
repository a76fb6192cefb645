package io.firstfill.risk.exposure;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.cap.AmountSum;
import java.util.Objects;

/**
 * A position that is held.
 *
 * @param cost quote spent on it
 * @param fees the part of the cost that was counted as a loss already
 * @param assumed whether only an order in doubt may have opened it
 * @param proceeds what its sells have brought so far, less fees; books stored before positions were sold lack this
 * @param soldCost the part of the cost, without the fees, that falls to what was sold; lacking like the proceeds
 */
public record Position(PositionId id, Amount cost, Amount fees, boolean assumed, Amount proceeds, Amount soldCost) {
    public Position {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(fees, "fees");
        proceeds = proceeds == null ? Amount.ZERO : proceeds;
        soldCost = soldCost == null ? Amount.ZERO : soldCost;
    }

    /** Creates a position of which nothing is sold. */
    public Position(PositionId id, Amount cost, Amount fees, boolean assumed) {
        this(id, cost, fees, assumed, Amount.ZERO, Amount.ZERO);
    }

    Position costing(Amount spent) {
        return new Position(id, spent, fees, false, proceeds, soldCost);
    }

    Position paying(Amount fee) {
        return new Position(id, cost, AmountSum.plus(fees, fee), assumed, proceeds, soldCost);
    }

    Position sold(Amount brought, Amount costOfSold) {
        return new Position(id, cost, fees, false, brought, costOfSold);
    }

    /** Returns the cost that was not counted as a loss when a fee was taken. */
    Amount costWithoutFees() {
        return AmountSum.minus(cost, fees);
    }
}
