package io.firstfill.contract.baseline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** The scanner's own state. The topic is compacted: the last record holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(SymbolsSeen.class)})
public sealed interface BaselineEvent extends Message permits SymbolsSeen {}
