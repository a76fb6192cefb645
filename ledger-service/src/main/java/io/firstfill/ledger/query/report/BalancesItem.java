package io.firstfill.ledger.query.report;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * What the account of an environment held to buy with, from a time on.
 *
 * @param asOf when the exchange stated it
 */
public record BalancesItem(
        EnvironmentId environment, MessageId reportId, Instant reportedAt, Instant asOf, List<Balance> balances) {}
