package io.firstfill.contract.cap;

import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the cap that an alert is about.
 *
 * @param level at which the cap stands
 * @param used a count or an amount in quote
 * @param limit of the same unit as {@code used}
 * @param until when time alone allows one more permit; null where time alone does not, or that is not known
 */
public record CapNumbers(
        Cap cap,
        CapLevel level,
        String used,
        String limit,
        @Nullable Instant until) {
    public CapNumbers {
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }
}
