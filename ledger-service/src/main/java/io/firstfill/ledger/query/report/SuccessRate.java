package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a run fared with its listings; each listing counts once.
 *
 * @param wanted listings signalled for the run
 * @param skipped listings that the run's filters or switches refused
 * @param successRate bought by wanted, with 4 decimals; null where the run wanted nothing
 * @param outcomes number of listings by what they came to: BOUGHT, SKIPPED, NO_ORDER, or the status of the last order
 * @param denied number of listings by the reason of our denial
 * @param rejected number of listings by the code of the exchange's refusal
 */
public record SuccessRate(
        EnvironmentId environment,
        RunId runId,
        String state,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        long wanted,
        long skipped,
        long bought,

        @Schema(pattern = "^[01]\\.[0-9]{4}$", examples = "0.7500") @Nullable String successRate,

        Map<String, Long> outcomes,
        Map<String, Long> denied,
        Map<String, Long> rejected) {
    public SuccessRate {
        outcomes = Map.copyOf(outcomes);
        denied = Map.copyOf(denied);
        rejected = Map.copyOf(rejected);
    }
}
