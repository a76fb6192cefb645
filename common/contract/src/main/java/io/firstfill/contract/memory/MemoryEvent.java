package io.firstfill.contract.memory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** The trader's own memory of its orders and positions. The last record of each holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(OrderRemembered.class), @JsonSubTypes.Type(PositionRemembered.class)})
public sealed interface MemoryEvent extends Message permits OrderRemembered, PositionRemembered {}
