package io.firstfill.contract.exit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;

/** Events of the end of positions. Only the trader writes them, in order per environment. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ExitPlanned.class),
    @JsonSubTypes.Type(ExitTriggered.class),
    @JsonSubTypes.Type(ExitEnded.class),
    @JsonSubTypes.Type(SellSubmitted.class),
    @JsonSubTypes.Type(SellAccepted.class),
    @JsonSubTypes.Type(SellRejected.class),
    @JsonSubTypes.Type(SellPartiallyFilled.class),
    @JsonSubTypes.Type(SellFilled.class),
    @JsonSubTypes.Type(SellCanceled.class),
    @JsonSubTypes.Type(SellUnresolved.class),
    @JsonSubTypes.Type(SellResolved.class)
})
public sealed interface ExitEvent extends Message permits ExitPlanned, ExitTriggered, ExitEnded, SellStep {
    RunId runId();

    PositionId positionId();

    Pair pair();
}
