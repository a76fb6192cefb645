package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cap that began to block further permits, or allowed them again.
 *
 * @param status REACHED or CLEARED
 * @param until when time alone allows one more permit
 * @param resetBy the person who reset a breaker
 */
public record CapEventItem(
        EnvironmentId environment,
        MessageId reportId,
        Instant reportedAt,
        RunId runId,
        Cap cap,
        String status,

        @Schema(pattern = CapEventItem.DECIMAL, examples = "250")
        String used,

        @Schema(pattern = CapEventItem.DECIMAL, examples = "250")
        String limit,

        @Nullable Instant until,
        @Nullable CapLevel level,
        @Nullable Actor resetBy) {
    static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";
}
