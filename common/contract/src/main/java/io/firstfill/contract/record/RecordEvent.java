package io.firstfill.contract.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** The ledger's receipts, published after the commit. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(Recorded.class)})
public sealed interface RecordEvent extends Message permits Recorded {}
