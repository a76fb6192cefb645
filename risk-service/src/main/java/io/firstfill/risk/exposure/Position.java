package io.firstfill.risk.exposure;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Amount;
import java.util.Objects;

/**
 * A position that is held.
 *
 * @param cost quote spent on it
 * @param fees the part of the cost that was counted as a loss already
 * @param assumed whether only an order in doubt may have opened it
 */
public record Position(PositionId id, Amount cost, Amount fees, boolean assumed) {
    public Position {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(fees, "fees");
    }
}
