package io.firstfill.contract.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** An event that says what an environment may send. The topic is compacted: the last record holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(TradingStateChanged.class)})
public sealed interface TradingStateEvent extends Message permits TradingStateChanged {}
