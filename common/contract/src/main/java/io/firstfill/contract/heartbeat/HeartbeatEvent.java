package io.firstfill.contract.heartbeat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** A sign of life. The topic keeps an hour. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(Heartbeat.class)})
public sealed interface HeartbeatEvent extends Message permits Heartbeat {}
