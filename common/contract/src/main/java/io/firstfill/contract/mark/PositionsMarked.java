package io.firstfill.contract.mark;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import java.util.List;
import java.util.Objects;

/**
 * The prices of all positions that are open in an environment, with what triggers next; at most once a second, when
 * something has changed, and once more with no position when the last has ended.
 *
 * @param marks one a position
 */
@Since(4)
public record PositionsMarked(Meta meta, EnvironmentId environment, List<Mark> marks) implements MarkEvent {
    public PositionsMarked {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        marks = List.copyOf(marks);
    }
}
