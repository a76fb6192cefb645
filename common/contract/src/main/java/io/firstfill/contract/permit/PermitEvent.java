package io.firstfill.contract.permit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.RunId;

/** The right to buy, reserved against every cap before it is published. A permit is valid for minutes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(PermitGranted.class),
    @JsonSubTypes.Type(PermitRevoked.class),
    @JsonSubTypes.Type(CapReached.class),
    @JsonSubTypes.Type(CapCleared.class)
})
public sealed interface PermitEvent extends Message permits PermitGranted, PermitRevoked, CapReached, CapCleared {
    RunId runId();
}
