package io.firstfill.contract.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.RunId;

/** Events of orders and positions, and returned permits. Only the trader writes them, in order per environment. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(OrderArmed.class),
    @JsonSubTypes.Type(OrderDenied.class),
    @JsonSubTypes.Type(OrderSubmitted.class),
    @JsonSubTypes.Type(OrderAccepted.class),
    @JsonSubTypes.Type(OrderRejected.class),
    @JsonSubTypes.Type(OrderPartiallyFilled.class),
    @JsonSubTypes.Type(OrderFilled.class),
    @JsonSubTypes.Type(OrderCanceled.class),
    @JsonSubTypes.Type(OrderUnresolved.class),
    @JsonSubTypes.Type(OrderResolved.class),
    @JsonSubTypes.Type(PositionOpened.class),
    @JsonSubTypes.Type(PositionChanged.class),
    @JsonSubTypes.Type(PositionClosed.class),
    @JsonSubTypes.Type(PermitReturned.class)
})
public sealed interface OrderEvent extends Message
        permits OrderStep, PositionOpened, PositionChanged, PositionClosed, PermitReturned {
    RunId runId();
}
