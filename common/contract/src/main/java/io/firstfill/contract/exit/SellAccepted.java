package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Pair;
import java.util.Objects;

/** The exchange has acknowledged the sell. The acknowledgement does not say whether anything was filled. */
@Since(4)
public record SellAccepted(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        ExchangeOrderId exchangeOrderId,
        SellTimeline timeline)
        implements SellStep {
    public SellAccepted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(exchangeOrderId, "exchangeOrderId");
        Objects.requireNonNull(timeline, "timeline");
    }
}
