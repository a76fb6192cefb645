package io.firstfill.ledger.query;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, also one that was refused.
 *
 * @param snapshot the configuration it runs with now; null where it never ran
 * @param rejection why it was refused
 * @param activeRunId the run that was active when this one was refused
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
