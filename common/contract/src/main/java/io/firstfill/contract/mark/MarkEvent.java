package io.firstfill.contract.mark;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/**
 * An event about the prices of positions that are open. The topic is compacted by environment: the last record holds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(PositionsMarked.class)})
public sealed interface MarkEvent extends Message permits PositionsMarked {}
