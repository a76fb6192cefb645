package io.firstfill.contract.cap;

import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The use of one cap at one level.
 *
 * @param used a count or an amount in quote
 * @param limit of the same unit as {@code used}
 * @param near whether 80 % or more are used
 * @param reached whether the cap blocks further permits
 * @param until when time alone allows one more permit; null where time alone does not
 */
public record CapUse(
        Cap cap,
        CapLevel level,
        String used,
        String limit,
        boolean near,
        boolean reached,
        @Nullable Instant until) {
    public CapUse {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }
}
