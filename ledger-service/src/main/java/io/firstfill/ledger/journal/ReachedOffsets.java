package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Reads the offsets that the transactions of the journal have stored, resets them at an assignment, and advances them
 * where no record follows.
 */
public interface ReachedOffsets {
    Uni<List<ReachedOffset>> all();

    /** Replaces the offsets of these partitions, also by lower ones. */
    Uni<Void> replace(List<ReachedOffset> offsets);

    /** Stores the offsets; an offset that is stored already stays where it is higher. */
    Uni<Void> advance(List<ReachedOffset> offsets);

    /** Returns the environments whose chain has at least one record. */
    Uni<List<EnvironmentId>> environments();
}
