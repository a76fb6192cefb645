package io.firstfill.ledger.query;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, also one whose start was rejected.
 *
 * @param snapshot the configuration with which the run trades now; null where the run never started
 * @param rejection why the start was rejected
 * @param activeRunId the run that was active when the start of this one was rejected
 */
public record RunItem(
        EnvironmentId environment,
        RunId runId,
        String state,
        @Nullable ConfigurationRef configuration,
        @Nullable Configuration snapshot,
        @Nullable Actor startedBy,
        Instant startedAt,
        @Nullable Actor stoppedBy,
        @Nullable String stopReason,
        @Nullable Instant stoppingAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant suspendedAt,
        @Nullable String suspension,
        @Nullable String rejection,
        @Nullable RunId activeRunId) {}
