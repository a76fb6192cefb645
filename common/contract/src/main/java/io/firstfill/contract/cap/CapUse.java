package io.firstfill.contract.cap;

import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The use of one cap at one level.
 *
 * @param used a count or an amount in quote: what was bought, and what buys that are armed or submitted may still cost
 * @param limit of the same unit as {@code used}
 * @param near whether 80 % or more are used
 * @param reached whether the cap blocks further permits
 * @param until when time alone allows one more permit; null where time alone does not
 * @param unreturned of the same unit: permits revoked or expired that the trader has not returned yet. They take room,
 *     because they may have been spent before the revocation was read, and are no part of {@code used}; null where none
 *     is
 */
public record CapUse(
        Cap cap,
        CapLevel level,
        String used,
        String limit,
        boolean near,
        boolean reached,
        @Nullable Instant until,
        @Nullable String unreturned) {
    public CapUse {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }

    /** Creates the use of a cap of which every unusable permit has been returned. */
    public CapUse(
            Cap cap,
            CapLevel level,
            String used,
            String limit,
            boolean near,
            boolean reached,
            @Nullable Instant until) {
        this(cap, level, used, limit, near, reached, until, null);
    }
}
