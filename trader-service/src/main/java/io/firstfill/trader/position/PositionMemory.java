package io.firstfill.trader.position;

import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.memory.PositionRemembered;
import io.smallrye.mutiny.Uni;

/** The memory of positions beyond the replay of their topics: one record for each, the last one holds. */
public interface PositionMemory {
    /** @return completes when the record is durable */
    Uni<Void> put(PositionRemembered position);

    /** @return completes when the position is forgotten for good */
    Uni<Void> remove(PositionId position);
}
