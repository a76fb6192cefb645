package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchange has refused the sell; the refusal proves that the order does not exist.
 *
 * @param httpStatus of the answer
 * @param code of the exchange
 * @param message of the exchange
 */
@Since(4)
public record SellRejected(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        int httpStatus,
        int code,
        String message,
        Rejection rejection,
        @Nullable SellTimeline timeline)
        implements SellStep {
    public SellRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        message = Texts.clean(message);
        Objects.requireNonNull(rejection, "rejection");
    }
}
