package io.firstfill.contract.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.value.AlertKind;

/** Alerts for people. {@code EVENTS.md} says which alert services read as well. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(AlertRaised.class), @JsonSubTypes.Type(AlertCleared.class)})
public sealed interface AlertEvent extends Message permits AlertRaised, AlertCleared {
    /** The longest subject, in UTF-16 units. */
    int MAX_SUBJECT = 300;

    AlertKind kind();

    String subject();
}
