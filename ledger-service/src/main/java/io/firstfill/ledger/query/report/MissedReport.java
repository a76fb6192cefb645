package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.UUID;

/**
 * The stored report of one hour of an environment, which never changes.
 *
 * @param hour its beginning
 * @param opened listings that opened in the hour
 * @param missed listings of those that were not bought
 * @param ours listings of those that were missed for a reason of ours
 */
public record MissedReport(
        EnvironmentId environment,
        UUID reportId,
        Instant hour,
        Instant generatedAt,
        int opened,
        int bought,
        int missed,
        int ours) {}
