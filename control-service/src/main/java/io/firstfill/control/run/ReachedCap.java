package io.firstfill.control.run;

import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Cap;
import java.time.Instant;

/**
 * A cap that blocks new buys of a run.
 *
 * @param used what counts against the cap: buys, quote amount or listings
 */
public record ReachedCap(Cap cap, String used, String limit, Instant since) {
    static ReachedCap of(CapReached event) {
        return new ReachedCap(
                event.cap(), event.used(), event.limit(), event.meta().occurredAt());
    }
}
