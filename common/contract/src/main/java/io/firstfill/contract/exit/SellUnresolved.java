package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The exchange's answer to the sell is unknown. Nothing more of the position is sold until the order is looked up. */
@Since(4)
public record SellUnresolved(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        Ambiguity ambiguity,
        String detail,
        @Nullable SellTimeline timeline)
        implements SellStep {
    public SellUnresolved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(ambiguity, "ambiguity");
        detail = Texts.clean(detail);
    }
}
