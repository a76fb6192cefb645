package io.firstfill.contract.cap;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** An event about the use of caps. The topic is compacted: the last record holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(CapsReported.class)})
public sealed interface CapEvent extends Message permits CapsReported {}
