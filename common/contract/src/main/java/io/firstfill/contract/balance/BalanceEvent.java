package io.firstfill.contract.balance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** An event about balances. The topic is compacted: the last record holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(BalancesReported.class)})
public sealed interface BalanceEvent extends Message permits BalancesReported {}
