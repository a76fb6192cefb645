package io.firstfill.control.run;

import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cap that blocks new buys of a run.
 *
 * @param used what counts against the cap: buys, quote amount or listings
 * @param level at which the cap stands; absent of a cap that was reported before the field
 * @param until when time alone allows one more buy; absent where time alone does not
 */
public record ReachedCap(
        Cap cap,

        @Schema(pattern = ReachedCap.DECIMAL, examples = "250")
        String used,

        @Schema(pattern = ReachedCap.DECIMAL, examples = "250")
        String limit,

        @Nullable CapLevel level,
        Instant since,
        @Nullable Instant until) {
    static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";

    static ReachedCap of(CapReached event) {
        return new ReachedCap(
                event.cap(), event.used(), event.limit(), event.level(), event.meta().occurredAt(), event.until());
    }
}
