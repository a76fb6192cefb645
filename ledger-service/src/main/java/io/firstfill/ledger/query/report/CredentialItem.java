package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known about the exchange credential from a time on; never the credential itself.
 *
 * @param status VALIDATED, MISSING, REJECTED or ROTATED
 */
public record CredentialItem(
        EnvironmentId environment,
        MessageId reportId,
        Instant reportedAt,
        String status,
        String path,
        @Nullable Integer version,
        @Nullable Boolean canTrade,
        @Nullable Boolean canWithdraw,
        @Nullable List<String> permissions,
        @Nullable Instant storedAt,
        @Nullable Instant unboundKeyEndsBy,
        @Nullable Integer exchangeCode,
        @Nullable String refusedAddress) {}
